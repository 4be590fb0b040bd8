import type { Cost } from './child.ts';
import type { Result } from './result.ts';
import { median } from './statistics.ts';

type Row = readonly string[];

/** Columns padded to their widest cell: the first to the left, numbers to the right. */
export function formatTable(rows: readonly Row[]): string {
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.max(...rows.map((row) => (row[column] ?? '').length)),
	);
	const pad = (cell: string, column: number) =>
		column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
	return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}

const whole = new Intl.NumberFormat('en');
const seconds = (value: number | undefined) => (value === undefined ? '-' : value.toFixed(2));
const megabytes = (value: number | undefined) =>
	value === undefined ? '-' : whole.format(Math.round(value / 1e6));

function formatCost(name: string, cost: Cost, pages: number | undefined): Row {
	return [
		name,
		seconds(cost.wallSeconds),
		seconds(cost.cpuSeconds),
		seconds(cost.helperSeconds),
		megabytes(cost.peakBytes),
		megabytes(cost.peakTreeBytes),
		pages === undefined ? '-' : whole.format(Math.round(pages / cost.wallSeconds)),
	];
}

function formatTimes({ site, hugo, guides }: Result): string {
	const pages = site?.output.pages;
	return formatTable([
		['', 'wall s', 'CPU s', 'of it helpers', 'peak MB', 'tree MB', 'pages/s'],
		...(site
			? [
					formatCost('cold build', site.cold, pages),
					formatCost('nothing changed', site.unchanged, pages),
					formatCost('one guide edited', site.edited, pages),
				]
			: []),
		...(hugo
			? [
					formatCost(`Hugo ${hugo.version}`, hugo.hugo, guides),
					formatCost('Pagefind after Hugo', hugo.pagefind, guides),
					formatCost('Hugo + Pagefind', hugo.total, guides),
				]
			: []),
	]);
}

function formatLikeness({ likeness: { real, generated } }: Result): string {
	const row = (name: string, likeness: typeof real): Row => [
		name,
		...[
			likeness.guides,
			likeness.medianBytes,
			likeness.medianCauses,
			likeness.medianFixes,
			likeness.medianCodeBlocks,
			likeness.medianSentences,
			likeness.words,
		].map((value) => whole.format(value)),
	];
	return formatTable([
		[
			'guides',
			'count',
			'bytes',
			'causes',
			'fixes',
			'code blocks',
			'sentences',
			`words in ${Math.min(real.guides, generated.guides)}`,
		],
		row('real', real),
		row('generated', generated),
	]);
}

function formatOutput({ site }: Result): string {
	if (!site) return '';
	const { output, weight } = site;
	const shared = Object.entries(weight.shared).map(
		([path, bytes]) => `${path} ${whole.format(bytes)}`,
	);
	return [
		`output: ${whole.format(output.files)} files, ${whole.format(output.pages)} pages, ${whole.format(output.bytes)} bytes`,
		`guide page, brotli, first visit (${weight.pages} weighed): median ${whole.format(weight.medianBytes)} bytes, ` +
			`largest ${whole.format(weight.maxBytes)} (${weight.heaviest}), ${weight.medianRequests} requests`,
		`of these: HTML ${whole.format(weight.medianHtmlBytes)}${shared.length > 0 ? `, ${shared.join(', ')}` : ''}`,
	].join('\n');
}

function formatProfile({ profile }: Result): string {
	if (!profile) return '';
	const share = (name: string, value: number): Row => [name, seconds(value)];
	return [
		formatTable([
			['phase, main threads', 'self s'],
			...profile.phases.map(({ name, seconds: value }) => share(name, value)),
		]),
		formatTable([
			['function', 'self s'],
			...profile.functions.map(({ name, seconds: value }) => share(name, value)),
		]),
	].join('\n\n');
}

function formatDifferences({ differing }: Result): string {
	if (!differing) return '';
	if (differing.length === 0)
		return 'reproducible: two builds without caches are the same, byte for byte';
	const shown = differing.slice(0, 10).join('\n  ');
	return `reproducible: no, ${differing.length} files differ\n  ${shown}`;
}

function formatRatio({ ratios }: Result): string {
	if (!ratios) return '';
	const each = ratios.length > 1 ? ` (rounds: ${ratios.map(seconds).join(', ')})` : '';
	return `CPU, this site / Hugo + Pagefind: ${seconds(median(ratios))}${each}`;
}

export function formatResult(result: Result): string {
	return [
		formatLikeness(result),
		formatTimes(result),
		formatRatio(result),
		formatOutput(result),
		formatDifferences(result),
		formatProfile(result),
	]
		.filter(Boolean)
		.join('\n\n');
}
