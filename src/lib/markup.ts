const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
};

/** Text made safe for element content and for attribute values in double quotes. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"]/g, (character) => entities[character]!);
}

/** Plain text with `back-ticked` runs as HTML. A back-tick without its partner stays a back-tick. */
export function inlineCode(text: string): string {
	const html = escapeHtml(text);
	return html.includes('`') ? html.replace(/`([^`]+)`/g, '<code>$1</code>') : html;
}

/** The same text without its back-ticks, for titles and descriptions. */
export function stripCode(text: string): string {
	return text.replace(/`([^`]+)`/g, '$1');
}

const characters = new Map(
	Object.entries(entities).map(([character, entity]) => [entity, character]),
);
characters.set('&#x27;', "'"); // As highlight.js writes it.

/** Elements in the middle of a word. */
const inline = new Set(['a', 'b', 'code', 'em', 'span', 'strong', 'var']);

/** The words of HTML that the guides' compiler wrote: those of different blocks are set apart. */
export function plainText(html: string): string {
	let text = '';
	let at = 0;
	for (let tag = html.indexOf('<'); tag !== -1; tag = html.indexOf('<', at)) {
		text += html.slice(at, tag);
		at = html.indexOf('>', tag) + 1;
		const start = html[tag + 1] === '/' ? tag + 2 : tag + 1;
		const space = html.indexOf(' ', start);
		const end = space === -1 || space >= at ? at - 1 : space;
		if (!inline.has(html.slice(start, end))) text += ' ';
	}
	text += html.slice(at);
	return text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => characters.get(entity)!);
}

/** A `<placeholder>` in escaped HTML, marked as the part that varies and that a reader replaces. */
export function markVariables(html: string): string {
	if (!html.includes('&lt;')) return html;
	return html.replace(/&lt;([a-z][a-z0-9 -]*)&gt;/g, '<var>&lt;$1&gt;</var>');
}

/** A verbatim message as HTML, in which each `<placeholder>` is marked. */
export function markPlaceholders(message: string): string {
	return markVariables(escapeHtml(message));
}

/** An identifier for an anchor, made from words; never empty. */
export function toAnchor(text: string): string {
	const anchor = stripCode(text)
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 60)
		.replace(/-+$/, '');
	return anchor || 'part';
}
