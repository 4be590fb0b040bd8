interface Room {
	/** How many lines of the beginning and of the end are kept. */
	readonly first: number;
	readonly last: number;
	/** Of a line, in characters. */
	readonly widest: number;
}

/** What fits under a fix. */
const page: Room = { first: 8, last: 5, widest: 240 };

/** What is kept in a proof: far more than a person reads, and far less than a runaway program prints. */
export const proofRoom: Room = { first: 120, last: 40, widest: 2000 };

/** An output that fits: where its middle or the end of a line is left out, it says so. */
export function shorten(output: string, { first, last, widest }: Room = page): string {
	const lines = output
		.split('\n')
		.map((line) => (line.length > widest ? `${line.slice(0, widest)}…` : line));
	const left = lines.length - first - last;
	// One line of dots for one line of text would shorten nothing.
	if (left < 2) return lines.join('\n');
	return [...lines.slice(0, first), `[… ${left} lines left out …]`, ...lines.slice(-last)].join(
		'\n',
	);
}
