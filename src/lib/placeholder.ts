/** A `<placeholder>`: the part of a message or a command that varies. */
export const placeholderSource = '<([a-z][a-z0-9 -]*)>';

/** Each of them; the group is its name. */
export const placeholderPattern = new RegExp(placeholderSource, 'g');

/** The names of the placeholders in a text, in their order, each once. */
export function placeholdersIn(text: string): readonly string[] {
	return [...new Set([...text.matchAll(placeholderPattern)].map(([, name = '']) => name))];
}

/** The literal parts of a text, in their order: one more than it has placeholders. */
export function literalsOf(text: string): readonly string[] {
	// Every second part is the name of a placeholder.
	return text.split(placeholderPattern).filter((_, index) => index % 2 === 0);
}
