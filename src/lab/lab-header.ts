import type { Report } from '#content/draft.ts';
import type { Place } from '#content/position.ts';
import { nearest } from '#lib/nearest.ts';
import { hostileNames, isHostileName, type HostileName } from './hostile-name.ts';
import { readNeeds, type Need } from './need.ts';

/** A fix that the lab proves. */
interface Proves {
	readonly fix: string;
	/** The cause that it makes; the first that names the fix when it does not say. */
	readonly cause: string | undefined;
	readonly place: Place;
}

/** What of the page is not run, and why. */
export interface Skip {
	readonly target:
		| { readonly part: 'check'; readonly cause: string }
		| { readonly part: 'verify'; readonly fix: string }
		| { readonly part: 'step'; readonly fix: string; readonly step: number }
		| { readonly part: 'variant'; readonly variant: string };
	/** Which block of the part, from 1; all of them when it does not say. */
	readonly block: number | undefined;
	readonly reason: string;
	readonly place: Place;
}

/** A step whose command is the corrected one, and so is not provoked again after it. */
export interface Instead {
	readonly fix: string;
	readonly step: number;
	/** What the command prints; needed where the verify cannot tell, as nothing but the command changes. */
	readonly prints: string | undefined;
	readonly place: Place;
}

interface On {
	readonly variant: string;
	readonly place: Place;
}

/** What the comments of a lab tell the runner. */
export interface LabHeader {
	readonly needs: readonly Need[];
	readonly proves: readonly Proves[];
	readonly on: readonly On[];
	readonly instead: readonly Instead[];
	readonly skips: readonly Skip[];
	/** What is run, but prints something else on each run, and why. */
	readonly varying: readonly Skip[];
	/** The names that cannot be. */
	readonly impossibleNames: ReadonlySet<HostileName>;
}

const keywords = ['needs', 'proves', 'on', 'instead', 'skip', 'varies', 'name'] as const;
type Keyword = (typeof keywords)[number];

interface HeaderLine {
	readonly keyword: Keyword;
	/** What stands between the keyword and the colon, and after it. */
	readonly subject: string;
	readonly value: string;
	readonly place: Place;
	/** The column at which the value starts. */
	readonly valueColumn: number;
}

function readLines(text: string, report: Report): HeaderLine[] {
	return text.split('\n').flatMap((line, index) => {
		const place = { line: index + 1, column: 1 };
		const [, start = '', word = '', subject = '', space = '', value = ''] =
			/^(# ?([a-z]+)((?: [\w.,-]+)*):)([ \t]*)(.*)$/.exec(line) ?? [];
		const keyword = keywords.find((candidate) => candidate === word);
		if (keyword) {
			const valueColumn = start.length + space.length + 1;
			return [{ keyword, subject: subject.trim(), value: value.trim(), place, valueColumn }];
		}
		const suggestion = word.length > 2 ? nearest(word, keywords) : undefined;
		if (suggestion) {
			report(
				'lab/header',
				place,
				`The runner does not know "# ${word}".`,
				`Did you mean "# ${suggestion}"?`,
			);
		}
		return [];
	});
}

const forms: Readonly<Record<Keyword, string>> = {
	needs: '# needs: git >= 2.35, openssl',
	proves: '# proves: <fix>, <fix> for <cause>',
	on: '# on: docker, systemd',
	instead:
		'# instead <fix>: <step number>, and where its verify cannot tell: # instead <fix>: <step number> prints <text>',
	skip: '# skip <fix> <step number>: <reason>, # skip <fix> verify: …, # skip check <cause>: … or # skip <variant>: …',
	varies: '# varies <fix> <step number>: <reason>, or as for # skip',
	name: '# name not space, dash: <reason> or # name also empty: <reason>',
};

function readTarget(subject: string): Pick<Skip, 'target' | 'block'> | undefined {
	const [, main = '', block] = /^(.*?)(?:\.(\d+))?$/.exec(subject) ?? [];
	const words = main.split(' ');
	const [first = '', second] = words;
	const number = block === undefined ? undefined : Number(block);
	if (words.length > 2 || first === '') return undefined;
	if (second === undefined) return { target: { part: 'variant', variant: first }, block: number };
	if (first === 'check') return { target: { part: 'check', cause: second }, block: number };
	if (second === 'verify') return { target: { part: 'verify', fix: first }, block: number };
	if (!/^\d+$/.test(second)) return undefined;
	return { target: { part: 'step', fix: first, step: Number(second) }, block: number };
}

function addTarget({ subject, value, place }: HeaderLine, list: Skip[]): boolean {
	const target = readTarget(subject);
	if (target) list.push({ ...target, reason: value, place });
	return target !== undefined && value !== '';
}

/** The entries of a list after a colon, each with its place. */
function readList({ value, place, valueColumn }: HeaderLine): { entry: string; place: Place }[] {
	let offset = valueColumn;
	return value.split(',').flatMap((part) => {
		const column = offset + part.length - part.trimStart().length;
		offset += part.length + 1;
		return part.trim() ? [{ entry: part.trim(), place: { line: place.line, column } }] : [];
	});
}

/** Reads what the comments at the left margin tell the runner; other comments are for people. */
export function readHeader(text: string, report: Report): LabHeader {
	const lines = readLines(text, report);
	const proves: Proves[] = [];
	const on: On[] = [];
	const instead: Instead[] = [];
	const skips: Skip[] = [];
	const varying: Skip[] = [];
	const impossibleNames = new Set<HostileName>(['empty']);
	const readers: Record<Keyword, (line: HeaderLine) => boolean> = {
		needs: ({ subject }) => subject === '',
		proves: (line) => {
			for (const { entry, place } of readList(line)) {
				const [, fix, cause] = /^([\w-]+)(?: for ([\w-]+))?$/.exec(entry) ?? [];
				if (!fix) return false;
				proves.push({ fix, cause, place });
			}
			return line.subject === '';
		},
		on: (line) => {
			on.push(...readList(line).map(({ entry, place }) => ({ variant: entry, place })));
			return line.subject === '';
		},
		instead: ({ subject, value, place }) => {
			const [, step, prints] = /^(\d+)(?: prints (.+))?$/.exec(value) ?? [];
			instead.push({ fix: subject, step: Number(step), prints, place });
			return /^[\w-]+$/.test(subject) && step !== undefined;
		},
		skip: (line) => addTarget(line, skips),
		varies: (line) => addTarget(line, varying),
		name: ({ subject, value }) => {
			const [word = '', ...rest] = subject.split(/,? /);
			const names = rest.filter(isHostileName);
			for (const name of names) {
				if (word === 'not') impossibleNames.add(name);
				else impossibleNames.delete(name);
			}
			return /^(?:not|also)$/.test(word) && names.length === rest.length && value !== '';
		},
	};
	for (const line of lines) {
		if (readers[line.keyword](line)) continue;
		const names =
			line.keyword === 'name' ? ` The names are ${Object.keys(hostileNames).join(', ')}.` : '';
		report(
			'lab/header',
			line.place,
			`The runner cannot read this "# ${line.keyword}".`,
			`Write it as ${forms[line.keyword]}.${names}`,
		);
	}
	return { needs: readNeeds(text, report), proves, on, instead, skips, varying, impossibleNames };
}
