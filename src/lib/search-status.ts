/** A text as a status line quotes it. */
export function quote(text: string): string {
	const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
	return `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`;
}

/** How many guides there are for a text, in words. */
export function guidesFor(text: string, guides: number): string {
	if (guides === 0) return `Nothing found for ${quote(text)}.`;
	return `${guides} ${guides === 1 ? 'guide' : 'guides'} for ${quote(text)}.`;
}
