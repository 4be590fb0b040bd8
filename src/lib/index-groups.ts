import { indexLetter } from './code-order.ts';

/** A letter with more codes than this is divided, */
const most = 80;
/** into parts of about this many, which an eye can scan. */
const part = 50;

export interface IndexGroup<Row> {
	readonly letter: string;
	/** One part, or several where the letter has many codes. */
	readonly parts: readonly (readonly Row[])[];
}

function divide<Row>(rows: readonly Row[]): Row[][] {
	const count = rows.length > most ? Math.ceil(rows.length / part) : 1;
	const size = Math.ceil(rows.length / count);
	return Array.from({ length: count }, (_, index) => rows.slice(index * size, (index + 1) * size));
}

/** Codes, already in order, under their letters; what starts with no letter comes first. */
export function indexGroups<Row extends { readonly code: string }>(
	rows: readonly Row[],
): IndexGroup<Row>[] {
	return [...Map.groupBy(rows, ({ code }) => indexLetter(code))]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([letter, under]) => ({ letter, parts: divide(under) }));
}
