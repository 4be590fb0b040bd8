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

/** The words of HTML that the guides' compiler wrote: those of different blocks are set apart. */
export function plainText(html: string): string {
	return html
		.replace(/<\/?(?:code|span|strong|em|a|b|var)\b[^>]*>/g, '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => characters.get(entity)!);
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
