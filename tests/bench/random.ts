/** A stream of numbers that is the same for the same seed (mulberry32), so that two runs build the same guides. */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** At least 0, less than 1. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
	}

	/** A whole number from 0 up to, not including, `end`. */
	below(end: number): number {
		return Math.floor(this.next() * end);
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	pick<Item>(items: readonly Item[]): Item {
		const item = items[this.below(items.length)];
		if (item === undefined) throw new Error('There is nothing to pick from.');
		return item;
	}

	digits(length: number): string {
		return Array.from({ length }, (_, index) => this.below(9) + (index === 0 ? 1 : 0)).join('');
	}
}
