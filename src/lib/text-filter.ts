/** The words that a reader typed into a filter, as `matchesFilter` compares them. */
export function filterWords(text: string): string[] {
	return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Whether a text, in small letters, holds every word. */
export function matchesFilter(text: string, words: readonly string[]): boolean {
	return words.every((word) => text.includes(word));
}
