import { nearest } from '#lib/nearest.ts';
import { isLanguage, languageNames, languages } from '#schema/language.ts';
import type { Draft, Report } from '../draft.ts';
import { placeOf } from '../source.ts';

/** `$ npm i`, `> npm i`, `PS C:\> npm i`, `C:\>npm i`. A lone `#` is a comment, so it is not one of them. */
const prompt = /^(?:\$ |> |PS(?: [A-Z]:\\[^>]*)?> ?|[A-Z]:\\[^>]*> ?)/;

/** How far a line is indented within its block. */
export function indentOf(line: string): number {
	return line.length - line.trimStart().length;
}

/** A code block names its language, and commands are what a reader pastes: no prompt before them. */
export function codeBlock(draft: Draft, report: Report): void {
	for (const { node } of draft.nodes) {
		if (node.type !== 'code') continue;
		const place = placeOf(node);
		if (!node.lang) {
			report(
				'code/language',
				place,
				'The code block has no language.',
				'Write it after the fence: ```sh for commands, ```text for output.',
			);
			continue;
		}
		if (!isLanguage(node.lang)) {
			const suggestion = nearest(node.lang, languageNames);
			report(
				'code/language',
				place,
				`The language "${node.lang}" is not known.`,
				suggestion
					? `Did you mean "${suggestion}"?`
					: `The languages are: ${languageNames.join(', ')}.`,
			);
			continue;
		}
		if (languages[node.lang].kind !== 'command') continue;
		const lines = node.value.split('\n');
		const index = lines.findIndex((line) => prompt.test(line.trimStart()));
		if (index === -1) continue;
		report(
			'code/prompt',
			{ line: place.line + index + 1, column: place.column + indentOf(lines[index]!) },
			`"${lines[index]!.trim()}" starts with a prompt.`,
			'Remove the prompt, and put output into a text fence of its own.',
		);
	}
}
