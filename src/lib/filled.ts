import { placeholderPattern } from './placeholder.ts';

/** A piece of a command: as it stands on the page, or what a placeholder of it was filled with. */
export interface FilledPiece {
	readonly text: string;
	/** The name of the placeholder. */
	readonly placeholder?: string;
}

/** A command with its placeholders filled, in pieces; what has no value stays as it is. */
export function fillPlaceholders(
	text: string,
	values: Readonly<Record<string, string>>,
): readonly FilledPiece[] {
	const pieces: FilledPiece[] = [];
	let at = 0;
	for (const { 0: whole, 1: name = '', index } of text.matchAll(placeholderPattern)) {
		const value = values[name];
		if (value === undefined) continue;
		pieces.push({ text: text.slice(at, index) }, { text: value, placeholder: name });
		at = index + whole.length;
	}
	return [...pieces, { text: text.slice(at) }].filter(({ text: piece }) => piece !== '');
}
