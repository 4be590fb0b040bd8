import { placeholderPattern } from './placeholder.ts';

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

/** Text as HTML, in which each `<placeholder>` is marked as what a reader replaces. */
export function markPlaceholders(text: string): string {
	if (!text.includes('<')) return escapeHtml(text);
	// Every second part is the name of a placeholder.
	return text
		.split(placeholderPattern)
		.map((part, index) => (index % 2 === 0 ? escapeHtml(part) : `<var>&lt;${part}&gt;</var>`))
		.join('');
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
