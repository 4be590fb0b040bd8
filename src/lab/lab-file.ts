import { decodeFile } from '#content/encoding.ts';
import type { Diagnostic } from '#content/diagnostic.ts';
import { reporter } from '#content/draft.ts';
import type { Place } from '#content/position.ts';
import { nearest } from '#lib/nearest.ts';
import { readHeader, type LabHeader } from './lab-header.ts';
import { dedent, functionKinds, readName, type LabFunction } from './shell-function.ts';

/** One file of `content/labs`, read as text: what its comments say, and its functions. */
export interface Lab extends LabHeader {
	/** `<product>/<slug>`, as that of its guide. */
	readonly id: string;
	readonly file: string;
	readonly text: string;
	readonly functions: readonly LabFunction[];
}

export interface ParsedLab {
	/** Missing when the file cannot be read as text. */
	readonly lab: Lab | undefined;
	readonly findings: readonly Diagnostic[];
}

const labPath = /^content\/labs\/([^/]+\/[^/]+)\.sh$/;

/** The guide that a file below `content/labs` belongs to. */
export function labIdOf(path: string): string | undefined {
	return labPath.exec(path)?.[1];
}

const header = /^([A-Za-z_][\w:.-]*)[ \t]*\([ \t]*\)[ \t]*\{(.*)$/;

/** The words that end the here-documents which this line opens. */
function hereDocumentEnds(line: string): { readonly word: string; readonly tabs: boolean }[] {
	const code = line.replace(/(^|\s)#.*$/, '$1');
	return [...code.matchAll(/(?<!<)<<(-?)[ \t]*(?:'([^']+)'|"([^"]+)"|\\?([A-Za-z_]\w*))/g)].map(
		([, dash, single, double, bare]) => ({
			word: single ?? double ?? bare ?? '',
			tabs: dash === '-',
		}),
	);
}

/** The number of the line that closes the body which starts at `from`: the first `}` at the left margin. */
function findEnd(lines: readonly string[], from: number): number | undefined {
	for (let at = from; at < lines.length; at += 1) {
		if (/^\}[ \t]*(?:#.*)?$/.test(lines[at]!)) return at;
		for (const { word, tabs } of hereDocumentEnds(lines[at]!)) {
			const ends = (line: string) => (tabs ? line.replace(/^\t+/, '') : line) === word;
			while (at + 1 < lines.length && !ends(lines[at + 1]!)) at += 1;
			at += 1;
		}
	}
	return undefined;
}

interface RawFunction {
	readonly name: string;
	readonly place: Place;
	readonly commands: string;
}

type ReportProblem = (place: Place, message: string, fix: string) => void;

function readFunctions(text: string, report: ReportProblem): RawFunction[] {
	const lines = text.split('\n');
	const found: RawFunction[] = [];
	for (let at = 0; at < lines.length; at += 1) {
		const line = lines[at]!;
		if (line.trim() === '' || line.startsWith('#')) continue;
		const place = { line: at + 1, column: 1 };
		const opening = header.exec(line);
		if (!opening) {
			report(
				place,
				`"${line.trim()}" stands outside a function.`,
				'Put commands into a function. Only comments stand between functions.',
			);
			continue;
		}
		const [, name = '', rest = ''] = opening;
		const short = /^[ \t]+(.*?);?[ \t]*\}[ \t]*$/.exec(rest);
		if (short) {
			found.push({ name, place, commands: short[1]!.trim() });
			continue;
		}
		const end = findEnd(lines, at + 1);
		if (end === undefined) {
			report(place, `${name} is not closed.`, 'End it with a "}" at the start of a line.');
			break;
		}
		found.push({ name, place, commands: dedent(lines.slice(at + 1, end)) });
		at = end;
	}
	return found;
}

function nameFix(name: string): string {
	const [word = '', id] = name.split(/:(.*)/s);
	const suggestion = nearest(word, functionKinds);
	if (suggestion && suggestion !== word) {
		return `Did you mean "${id ? `${suggestion}:${id}` : suggestion}"?`;
	}
	return 'The functions are setup, provoke, values and console, each also with :<fix>, retry:<fix>, and edit:<fix>.<step number>.';
}

/**
 * Whether a lab still has the shape in which it repeated the commands of its guide. Such labs are neither checked nor run,
 * and their proofs count for nothing. Delete this function and its three callers when content/labs has no such file.
 */
export function awaitsMigration(bytes: Uint8Array): boolean {
	return !/^# proves:/m.test(new TextDecoder().decode(bytes));
}

/** The text of one lab as functions, with the findings about its shape. What it says about its guide is not looked at. */
export function parseLab(file: string, bytes: Uint8Array): ParsedLab {
	const decoded = decodeFile(file, bytes);
	if ('finding' in decoded) return { lab: undefined, findings: [decoded.finding] };
	const { text } = decoded;
	const findings: Diagnostic[] = [];
	const report = reporter(file, findings);
	const functions: LabFunction[] = [];
	const raw = readFunctions(text, (place, message, fix) =>
		report('lab/structure', place, message, fix),
	);
	for (const { name, place, commands } of raw) {
		const meaning = readName(name);
		if (!meaning) {
			report('lab/unknown-function', place, `A lab has no function "${name}".`, nameFix(name));
			continue;
		}
		if (functions.some((other) => other.name === name)) {
			report('lab/structure', place, `There is another ${name}.`, 'Keep one of them.');
			continue;
		}
		const fixPlace = { line: place.line, column: place.column + meaning.kind.length + 1 };
		functions.push({ name, ...meaning, place, fixPlace, commands });
	}
	const header = readHeader(text, report);
	return { lab: { id: labIdOf(file) ?? file, file, text, ...header, functions }, findings };
}
