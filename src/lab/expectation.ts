import { placeholderPattern } from '#lib/placeholder.ts';
import type { Expectation } from '#schema/guide.ts';

/** What a command did. */
export interface Outcome {
	readonly status: number | 'timeout' | 'lost';
	/** As a terminal shows it. */
	readonly output: string;
	/** The commands that failed in it. */
	readonly failures: readonly string[];
}

const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const weekday = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';

/** What differs from machine to machine within a text, and what it matches instead of itself. */
const varying: readonly (readonly [pattern: string, matches: string])[] = [
	// A status says something, whatever its digits.
	['(?<=HTTP/[\\d.]+ )\\d{3}', ''],
	['…', '.*?'],
	// As wide as the table is.
	['-{3,}', '-{3,}'],
	['\\b(?=[0-9a-f]*\\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,64}\\b', '[0-9a-f]{7,64}'],
	['(?<![\\d.])\\d+(?:\\.\\d+)+', '\\d+(?:\\.\\d+)*'],
];

/** In a sample of output numbers are examples; within a sentence they are meant. */
const varyingInSample: typeof varying = [
	...varying,
	[`\\b${month}\\b +\\d{1,2}\\b`, `${month} +\\d{1,2}`],
	[`\\b${weekday}\\b`, weekday],
	// Nothing is not an example of many.
	['\\b\\d{2,}\\b', '(?:\\d{2,}|[1-9])'],
];

function escape(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** A pattern for a text in which some parts are examples. Placeholders match anything. */
function toPattern(text: string, kinds: typeof varying): string {
	const collapsed = text.trim().replace(/\s+/g, ' ');
	const placeholder: (typeof varying)[number] = [placeholderPattern.source, '.+?'];
	const all = [placeholder, ...kinds];
	const pattern = new RegExp(all.map(([kind]) => kind).join('|'), 'g');
	let result = '';
	let at = 0;
	for (const found of collapsed.matchAll(pattern)) {
		const [whole] = found;
		const matches = all.find(([kind]) => {
			const inPlace = new RegExp(kind, 'y');
			inPlace.lastIndex = found.index;
			return inPlace.test(collapsed);
		})?.[1];
		result += escape(collapsed.slice(at, found.index)) + (matches || escape(whole));
		at = found.index + whole.length;
	}
	return result + escape(collapsed.slice(at));
}

function linesOf(output: string): string[] {
	return output.split('\n').map((line) => line.trim().replace(/\s+/g, ' '));
}

/** Whether the lines of a sample all occur in an output, whole and in their order. */
export function showsSample(sample: string, output: string): boolean {
	const lines = linesOf(output);
	let at = 0;
	for (const wanted of sample.split('\n').filter((line) => line.trim() !== '')) {
		const pattern = new RegExp(`^${toPattern(wanted, varyingInSample)}$`);
		const found = lines.slice(at).findIndex((line) => pattern.test(line));
		if (found === -1) return false;
		at += found + 1;
	}
	return true;
}

/** Whether a text occurs in an output as words of their own, be it over several lines. */
export function showsText(text: string, output: string): boolean {
	const before = /^\w/.test(text.trim()) ? '(?<!\\w)' : '';
	const after = /\w$/.test(text.trim()) ? '(?!\\w)' : '';
	return new RegExp(before + toPattern(text, varying) + after).test(linesOf(output).join(' '));
}

/** Whether a command did what the page says, or succeeded where the page says nothing. */
export function isAsSaid(says: Expectation | undefined, outcome: Outcome): boolean {
	const { status, output, failures } = outcome;
	if (typeof status !== 'number') return false;
	const shows = (text: string) => showsText(text, output);
	switch (says?.kind) {
		case 'output':
			return showsSample(says.text, output);
		case 'all':
			return says.texts.every(shows);
		case 'any':
			return says.texts.some(shows);
		case 'none':
			return !says.texts.some(shows);
		case 'nothing':
			return output.trim() === '';
		case 'something':
			return output.trim() !== '' && status === 0;
		case 'failure':
			return status !== 0;
		case 'success':
		case undefined:
			return status === 0 && failures.length === 0;
	}
}

/** What is wanted of a command, in words. */
export function formatExpectation(says: Expectation | undefined): string {
	const list = (texts: readonly string[], word: string) =>
		texts.map((text) => `"${text}"`).join(` ${word} `);
	switch (says?.kind) {
		case 'output':
			return `these lines, in this order:\n${says.text.replace(/^/gm, '  ')}`;
		case 'all':
			return `it prints ${list(says.texts, 'and')}`;
		case 'any':
			return `it prints ${list(says.texts, 'or')}`;
		case 'none':
			return `it does not print ${list(says.texts, 'or')}`;
		case 'nothing':
			return 'it prints nothing';
		case 'something':
			return 'it prints something and succeeds';
		case 'failure':
			return 'it fails';
		case 'success':
		case undefined:
			return 'every command succeeds';
	}
}
