import type { Place } from '#content/position.ts';

/** What a function of a lab is for: its name up to the colon. */
export const functionKinds = ['setup', 'provoke', 'retry', 'values', 'console', 'edit'] as const;
export type FunctionKind = (typeof functionKinds)[number];

export interface LabFunction {
	/** As it is called, such as `setup:rebase` or `edit:rebase.2`. */
	readonly name: string;
	readonly kind: FunctionKind;
	/** The id of the fix; nothing where it is for all fixes. */
	readonly fix: string | undefined;
	/** The number of the step, for an edit. */
	readonly step: number | undefined;
	readonly place: Place;
	/** Where the id stands. */
	readonly fixPlace: Place;
	/** Its own lines, without their common indentation. */
	readonly commands: string;
}

/** What a name means, or nothing when a lab has no such function. */
export function readName(name: string): Pick<LabFunction, 'kind' | 'fix' | 'step'> | undefined {
	const [, word, fix, step] = /^(\w+)(?::([\w-]+)(?:\.(\d+))?)?$/.exec(name) ?? [];
	const kind = functionKinds.find((candidate) => candidate === word);
	if (!kind || (kind === 'edit') !== (step !== undefined)) return undefined;
	if (kind === 'retry' && fix === undefined) return undefined;
	return { kind, fix, step: step === undefined ? undefined : Number(step) };
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
