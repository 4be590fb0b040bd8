import type { Result, SiteResult } from './result.ts';
import type { LookUpKind } from './inputs.ts';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** A figure, and whether it is worse than what design demands. */
export interface Figure {
	readonly text: string;
	readonly isMissed: boolean;
}

interface Row {
	readonly what: string;
	readonly budget: string;
	readonly figure: (site: SiteResult) => Figure | undefined;
}

export function kilobytes(bytes: number): string {
	return `${(bytes / 1000).toFixed(bytes < 99_950 ? 1 : 0)} kB`;
}

function milliseconds(value: number): string {
	return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

function plain(text: string): Figure {
	return { text, isMissed: false };
}

/** `worst` is what the budget is held against. */
function bounded(text: string, worst: number, budget: number): Figure {
	return { text, isMissed: worst > budget };
}

const exactBytes = 20_000;
const exactRequests = 2;
const afterLastByteMs = 50;
const workerMs = 200;
const taskMs = 50;
const growth = 1.5;

const kinds: Readonly<Record<LookUpKind, string>> = {
	hex: '`0x80070005`',
	decimal: 'the same as `-2147024891`',
	symbol: '`E_ACCESSDENIED`',
	number: '`ora1017`',
	short: '`28P01`',
	sentence: '`error code …`',
	paste: 'three pasted lines',
};

const exactKinds = ['hex', 'decimal', 'symbol', 'number', 'short'] as const;

function lookUpRow(kind: LookUpKind): Row {
	const isExact = exactKinds.some((exact) => exact === kind);
	return {
		what: `look-up of ${kinds[kind]}: requests, brotli median / most`,
		budget: isExact ? `${exactRequests}, ${kilobytes(exactBytes)}` : '',
		figure: ({ lookUps }) => {
			const cost = lookUps.find((one) => one.kind === kind);
			if (!cost) return undefined;
			const text = `${cost.mostRequests}, ${kilobytes(cost.medianBytes)} / ${kilobytes(cost.mostBytes)}`;
			const isMissed =
				isExact && (cost.mostRequests > exactRequests || cost.mostBytes > exactBytes);
			return { text, isMissed };
		},
	};
}

function browserRows(kind: LookUpKind): readonly Row[] {
	const isExact = exactKinds.some((exact) => exact === kind);
	const of = ({ browserLookUps }: SiteResult) => browserLookUps.find((one) => one.kind === kind);
	return [
		{
			what: `browser, ${kinds[kind]}: requests and bytes of the index`,
			budget: isExact ? `${exactRequests}, ${kilobytes(exactBytes)}` : '',
			figure: (site) => {
				const one = of(site);
				if (!one) return undefined;
				const isMissed =
					isExact && (one.indexRequests > exactRequests || one.indexBytes > exactBytes);
				return { text: `${one.indexRequests}, ${kilobytes(one.indexBytes)}`, isMissed };
			},
		},
		{
			what: '— with the script of the worker',
			budget: '',
			figure: (site) => {
				const one = of(site);
				return one && plain(`${one.requests}, ${kilobytes(one.bytes)}`);
			},
		},
		{
			what: '— last byte to result shown',
			budget: `${afterLastByteMs} ms`,
			figure: (site) => {
				const one = of(site);
				if (!one) return undefined;
				const { lastByteToShownMs: value } = one;
				return bounded(milliseconds(value), value, afterLastByteMs);
			},
		},
		{
			what: '— key press to result shown: first / next',
			budget: '',
			figure: (site) => {
				const one = of(site);
				return (
					one && plain(`${milliseconds(one.keyToShownMs)} / ${milliseconds(one.nextKeyToShownMs)}`)
				);
			},
		},
	];
}

function pasteRows(length: number): readonly Row[] {
	const name = `${length / 1e6} MB paste`;
	const of = ({ browserPastes }: SiteResult) => browserPastes.find((one) => one.length === length);
	const isBudgeted = length <= 1_000_000;
	return [
		{
			what: `${name}: worker, first / next`,
			budget: isBudgeted ? `${workerMs} ms` : '',
			figure: (site) => {
				const one = of(site);
				if (!one) return undefined;
				const text = `${milliseconds(one.firstMs)} / ${milliseconds(one.nextMs)}`;
				return bounded(text, one.firstMs, isBudgeted ? workerMs : Infinity);
			},
		},
		{
			what: `${name}: longest task of the page (longest wait of a timer)`,
			budget: `${taskMs} ms`,
			figure: (site) => {
				const one = of(site);
				if (!one) return undefined;
				const task = one.longestTaskMs === 0 ? 'below 50 ms' : milliseconds(one.longestTaskMs);
				return bounded(`${task} (${milliseconds(one.longestWaitMs)})`, one.longestTaskMs, taskMs);
			},
		},
		{
			what: `${name}: paste to result shown; the right guide first`,
			budget: '',
			figure: (site) => {
				const one = of(site);
				return one && plain(`${milliseconds(one.keyToShownMs)}, ${one.isFound ? 'yes' : 'no'}`);
			},
		},
	];
}

function pagefindRow(kind: LookUpKind): Row {
	return {
		what: `Pagefind alone, ${kinds[kind]}: requests, bytes, first / next`,
		budget: '',
		figure: ({ pagefind }) => {
			const one = pagefind.find((entry) => entry.kind === kind);
			if (!one) return undefined;
			const times = `${milliseconds(one.firstMs)} / ${milliseconds(one.nextMs)}`;
			return plain(`${one.requests}, ${kilobytes(one.bytes)}, ${times}`);
		},
	};
}

function accuracyRows(): readonly Row[] {
	const share = (part: number, all: number) =>
		`${part} of ${all} (${((100 * part) / all).toFixed(1)} %)`;
	const row = (what: string, budget: string, who: 'finder' | 'pagefind'): readonly Row[] => [
		{
			what: `${what}: right guide first`,
			budget,
			figure: ({ accuracy }) => {
				const one = accuracy?.[who];
				if (!one) return undefined;
				const isMissed = who === 'finder' && one.right < 0.97 * one.inputs;
				return { text: share(one.right, one.inputs), isMissed };
			},
		},
		{
			what:
				who === 'finder'
					? `${what}: “this is it” where there is no guide`
					: `${what}: any result where there is no guide`,
			budget: who === 'finder' ? '2' : '',
			figure: ({ accuracy }) => {
				const one = accuracy?.[who];
				if (!one) return undefined;
				const isMissed = who === 'finder' && one.claimed > 2;
				return { text: share(one.claimed, one.negatives), isMissed };
			},
		},
	];
	return [
		...row('labelled inputs, finder', '97 %', 'finder'),
		...row('labelled inputs, Pagefind on the same pages', '', 'pagefind'),
	];
}

const rows: readonly Row[] = [
	{
		what: 'index: files',
		budget: '',
		figure: ({ index }) => plain(whole.format(index.files)),
	},
	{
		what: 'index: bytes, raw / brotli',
		budget: '',
		figure: ({ index }) => plain(`${kilobytes(index.rawBytes)} / ${kilobytes(index.brotliBytes)}`),
	},
	{
		what: 'manifest, brotli',
		budget: '',
		figure: ({ index }) => plain(kilobytes(index.manifestBytes)),
	},
	{
		what: 'filters, brotli: codes / messages',
		budget: '',
		figure: ({ index }) =>
			plain(`${kilobytes(index.codeFilterBytes)} / ${kilobytes(index.messageFilterBytes)}`),
	},
	{
		what: 'shard of codes, brotli: median / largest',
		budget: '',
		figure: ({ index }) =>
			plain(`${kilobytes(index.medianShardBytes)} / ${kilobytes(index.largestShardBytes)}`),
	},
	...exactKinds.map(lookUpRow),
	lookUpRow('sentence'),
	lookUpRow('paste'),
	{
		what: 'look-ups with the right guide first',
		budget: '',
		figure: ({ lookUps }) => {
			const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
			const found = sum(lookUps.map((one) => one.found));
			return plain(`${found} of ${sum(lookUps.map(({ count }) => count))}`);
		},
	},
	...browserRows('hex'),
	...browserRows('symbol'),
	...browserRows('sentence'),
	...browserRows('paste'),
	...pasteRows(1_000_000),
	...pasteRows(5_000_000),
	{
		what: 'in Node.js, ns per character at 10 kB / 100 kB / 1 MB',
		budget: '',
		figure: ({ linearity }) =>
			plain(linearity.perCharacter.map((value) => whole.format(value)).join(' / ')),
	},
	{
		what: '— 1 MB over 10 kB (1 is linear)',
		budget: String(growth),
		figure: ({ linearity: { ratio } }) => bounded(ratio.toFixed(2), ratio, growth),
	},
	pagefindRow('hex'),
	pagefindRow('symbol'),
	pagefindRow('paste'),
	...accuracyRows(),
];

function nameOf({ size, guides, isFull }: SiteResult): string {
	const name = size === 'real' ? `${guides} real` : `${whole.format(guides)}`;
	return isFull ? `${name} guides` : `${name} guides, index only`;
}

/** A table in Markdown: what was measured, the budget, and a column for each site. What misses its budget is bold. */
export function formatResult({ sites, rounds, load, node }: Result): string {
	const cells = [
		['', 'budget', ...sites.map(nameOf)],
		...rows.flatMap(({ what, budget, figure }) => {
			const figures = sites.map(figure);
			if (figures.every((one) => one === undefined)) return [];
			const shown = figures.map((one) =>
				one === undefined ? '–' : one.isMissed ? `**${one.text}**` : one.text,
			);
			return [[what, budget && `≤ ${budget}`.replace('≤ 97', '≥ 97'), ...shown]];
		}),
	];
	const widths = (cells[0] ?? []).map((_, column) =>
		Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)),
	);
	const line = (row: readonly string[]) =>
		`| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
	const [head = [], ...body] = cells;
	const rule = widths.map((width, column) => (column === 0 ? '-' : '-').repeat(width));
	return [
		line(head),
		line(rule),
		...body.map(line),
		'',
		`Medians of ${rounds} rounds, Node.js ${node.slice(1)}, load of the machine ${load.map((value) => value.toFixed(1)).join(' before, ')} after. Bold: over budget.`,
	].join('\n');
}
