export interface Place {
	/** 1-based. */
	readonly line: number;
	/** 1-based, in UTF-16 units. */
	readonly column: number;
}

/** Turns offsets of one text into places. Built in O(n), each answer in O(log n). */
export class PlaceFinder {
	readonly #lineStarts: readonly number[];

	constructor(text: string) {
		const starts = [0];
		for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
			starts.push(at + 1);
		this.#lineStarts = starts;
	}

	placeOf(offset: number): Place {
		let low = 0;
		let high = this.#lineStarts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (this.#lineStarts[middle]! <= offset) low = middle;
			else high = middle - 1;
		}
		return { line: low + 1, column: offset - this.#lineStarts[low]! + 1 };
	}
}
