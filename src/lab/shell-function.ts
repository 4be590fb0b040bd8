import type { Place } from '#content/position.ts';

/** What a function of a lab is for: its name up to the colon. */
export const functionKinds = ['setup', 'provoke', 'check', 'fix', 'retry'] as const;
export type FunctionKind = (typeof functionKinds)[number];

export interface LabFunction {
	/** As it is called, such as `fix:rebase`. */
	readonly name: string;
	readonly kind: FunctionKind;
	/** The id of the fix, or of the cause of a check; nothing for the plain `setup` and `provoke`. */
	readonly id: string | undefined;
	readonly place: Place;
	/** Where the id stands. */
	readonly idPlace: Place;
	/** Its own lines, without their common indentation. */
	readonly commands: string;
}

/** The lines without the white space that all of them begin with, and without empty ones at both ends. */
export function dedent(lines: readonly string[]): string {
	const filled = lines.filter((line) => line.trim() !== '');
	const indents = filled.map((line) => /^[\t ]*/.exec(line)![0]);
	const shared = indents.reduce((common, indent) => {
		let length = 0;
		while (length < common.length && common[length] === indent[length]) length += 1;
		return common.slice(0, length);
	}, indents[0] ?? '');
	const cut = lines.map((line) => (line.startsWith(shared) ? line.slice(shared.length) : line));
	return cut
		.join('\n')
		.replace(/^(?:[\t ]*\n)+/, '')
		.trimEnd();
}
