/**
 * Edits that turn one word into the other, a swap of two neighbours counting as one (optimal string alignment).
 * Time is O(a · b); words are names, so both are short.
 */
export function editDistance(a: string, b: string): number {
	let beforePrevious: number[] = [];
	let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= b.length; column += 1) {
			const same = a[row - 1] === b[column - 1];
			let cost = Math.min(
				previous[column]! + 1,
				current[column - 1]! + 1,
				previous[column - 1]! + (same ? 0 : 1),
			);
			const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
			if (row > 1 && column > 1 && swapped) cost = Math.min(cost, beforePrevious[column - 2]! + 1);
			current.push(cost);
		}
		beforePrevious = previous;
		previous = current;
	}
	return previous[b.length]!;
}

/** The closest name, or nothing when even the closest is a different word: further away than a third of its length. */
export function nearest(word: string, names: Iterable<string>): string | undefined {
	const wanted = word.toLowerCase();
	let best: { readonly name: string; readonly distance: number } | undefined;
	for (const name of names) {
		const limit = Math.max(1, Math.floor(name.length / 3));
		if (Math.abs(name.length - word.length) > limit) continue;
		const distance = editDistance(wanted, name.toLowerCase());
		if (distance <= limit && (!best || distance < best.distance)) best = { name, distance };
	}
	return best?.name;
}
