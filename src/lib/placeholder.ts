/** A `<placeholder>`: the part of a message or a command that varies. The group is its name. */
export const placeholderPattern = /<([a-z][a-z0-9 -]*)>/g;

/** The names of the placeholders in a text, in their order, each once. */
export function placeholdersIn(text: string): readonly string[] {
	return [...new Set([...text.matchAll(placeholderPattern)].map(([, name = '']) => name))];
}

/** The literal parts of a text, in their order: one more than it has placeholders. */
export function literalsOf(text: string): readonly string[] {
	// Every second part is the name of a placeholder.
	return text.split(placeholderPattern).filter((_, index) => index % 2 === 0);
}
