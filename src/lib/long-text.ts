const longLine = 160;
/** Laying out more than this in a text area would hold up the page. */
const maxShown = 20_000;
const beginning = 1500;

/** Whether a text is more than a line of a search box can show: a paste, a file. */
export function isLongText(text: string): boolean {
	return text.length > longLine || /[\r\n]/.test(text.trim());
}

/** What a text area shows of a text that it cannot show whole; nothing for other texts. */
export function beginningOf(text: string): string | undefined {
	if (text.length <= maxShown) return undefined;
	const count = text.length.toLocaleString('en');
	return `${text.slice(0, beginning)}\n…\n${count} characters are held on this page. Delete clears them.`;
}
