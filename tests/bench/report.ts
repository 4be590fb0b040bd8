import { stripVTControlCharacters, styleText } from 'node:util';

const decimals = { s: 2, ms: 1, kB: 1, MB: 0, '%': 1, '×': 2, '': 0 } as const;

export interface Figure {
	readonly what: string;
	readonly value: number;
	readonly unit: keyof typeof decimals;
	/** What design allows. */
	readonly budget?: number | undefined;
}

/** What was measured of one site: a column of the table. */
export interface Column {
	readonly site: string;
	readonly figures: readonly Figure[];
}

/** The middle value; of an even number of values, the upper of the two in the middle. */
export function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** The median of each figure of several rounds. */
export function medianFigures(rounds: readonly (readonly Figure[])[]): readonly Figure[] {
	return (rounds[0] ?? []).map((figure, index) => ({
		...figure,
		value: median(rounds.flatMap((round) => round[index]?.value ?? [])),
	}));
}

export function isOverBudget({ value, budget = Infinity }: Figure): boolean {
	return value > budget;
}

function formatValue(value: number, unit: Figure['unit']): string {
	const digits = decimals[unit];
	const number = new Intl.NumberFormat('en', {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	});
	return `${number.format(value)} ${unit}`.trimEnd();
}

function formatFigure(figure: Figure | undefined): string {
	if (!figure) return '–';
	const text = formatValue(figure.value, figure.unit);
	return isOverBudget(figure) ? styleText('red', `over budget: ${text}`) : text;
}

/** Cells padded to the widest of their column: the first to the left, the others to the right. */
function formatTable(rows: readonly (readonly string[])[]): string {
	const width = (cell: string) => stripVTControlCharacters(cell).length;
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.max(...rows.map((row) => width(row[column] ?? ''))),
	);
	const pad = (cell: string, column: number) => {
		const space = ' '.repeat((widths[column] ?? 0) - width(cell));
		return column === 0 ? cell + space : space + cell;
	};
	return rows.map((row) => row.map(pad).join('   ').trimEnd()).join('\n');
}

/** A row for each figure, a column for each site. */
export function formatReport(columns: readonly Column[]): string {
	const rows = new Map(columns.flatMap(({ figures }) => figures.map((one) => [one.what, one])));
	return formatTable([
		['', ...columns.map(({ site }) => site), 'budget'],
		...[...rows.values()].map(({ what, unit }) => {
			const figures = columns.map((column) => column.figures.find((one) => one.what === what));
			const budgets = new Set(figures.flatMap((figure) => figure?.budget ?? []));
			const budget = [...budgets].map((value) => `≤ ${formatValue(value, unit)}`).join(', ');
			return [what, ...figures.map(formatFigure), budget];
		}),
	]);
}
