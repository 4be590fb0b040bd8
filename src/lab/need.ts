import type { Report } from '#content/draft.ts';
import { nearest } from '#lib/nearest.ts';
import { programs, type Program } from '#schema/program.ts';

/** One entry of the line `# needs:`. */
export interface Need {
	readonly program: Program;
	/** The lowest version that will do. */
	readonly atLeast: string | undefined;
}

const entry = /^([a-z0-9][a-z0-9.+-]*)(?:\s*>=\s*(\d+(?:\.\d+)*))?$/;

/** What the comment at the top of a lab asks for. */
export function readNeeds(text: string, report: Report): readonly Need[] {
	const lines = text.split('\n');
	const at = lines.findIndex((line) => /^#\s*needs:/.test(line));
	const line = lines[at];
	if (line === undefined) {
		report(
			'lab/needs',
			{ line: 1, column: 1 },
			'The lab does not say what it needs.',
			'Begin it with a line such as "# needs: git >= 2.35, openssl".',
		);
		return [];
	}
	const needs: Need[] = [];
	let offset = line.indexOf(':') + 1;
	for (const part of line.slice(offset).split(',')) {
		const column = offset + part.length - part.trimStart().length + 1;
		const place = { line: at + 1, column };
		offset += part.length + 1;
		const [, name, atLeast] = entry.exec(part.trim()) ?? [];
		if (!name) {
			report(
				'lab/needs',
				place,
				`"${part.trim()}" is not a program with or without a version.`,
				'Write names separated by commas, each alone or with its lowest version: "git >= 2.35".',
			);
			continue;
		}
		const program = programs.get(name);
		if (!program) {
			const suggestion = nearest(name, programs.keys());
			report(
				'lab/unknown-need',
				place,
				`The lab needs "${name}", and the runner knows no such program.`,
				suggestion ? `Did you mean "${suggestion}"?` : 'Add it to src/schema/program.ts.',
			);
			continue;
		}
		needs.push({ program, atLeast });
	}
	return needs;
}
