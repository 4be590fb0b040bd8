/*
 * Which keys the index has, without the keys: their hashes, cut to as many bits as keep false alarms near one in a
 * thousand, sorted, as gaps. A text of any length finds out from it which few shards it needs.
 */

/** Bits beyond the logarithm of the number of keys: a key that is not there passes with a chance of 2^-10. */
const spareBits = 10;

export interface FilterData {
	/** How many of the top bits of a hash are kept, 10 to 30. */
	readonly bits: number;
	/** The gaps between the sorted values, each as a LEB128 number, in Base64. */
	readonly gaps: string;
}

/** The filter of a set of hashes (unsigned, 32 bits). O(n log n). */
export function toFilterData(hashes: Iterable<number>): FilterData {
	const all = [...hashes];
	const bits = Math.min(30, Math.ceil(Math.log2(Math.max(1, all.length))) + spareBits);
	const values = [...new Set(all.map((hash) => hash >>> (32 - bits)))].sort((a, b) => a - b);
	let bytes = '';
	let previous = 0;
	for (const value of values) {
		let gap = value - previous;
		previous = value;
		while (gap > 0x7f) {
			bytes += String.fromCharCode((gap & 0x7f) | 0x80);
			gap >>>= 7;
		}
		bytes += String.fromCharCode(gap);
	}
	return { bits, gaps: btoa(bytes) };
}

/** Tells of a hash whether its key may be in the index; never says no to one that is. */
export type Filter = (hash: number) => boolean;

/** Reads the filter into a bitmap: a look-up is one memory access, and memory is 2^bits / 8 bytes. */
export function readFilter({ bits, gaps }: FilterData): Filter {
	const bitmap = new Uint32Array(Math.max(1, 2 ** (bits - 5)));
	const bytes = atob(gaps);
	let value = 0;
	let gap = 0;
	let shift = 0;
	for (let index = 0; index < bytes.length; index += 1) {
		const byte = bytes.charCodeAt(index);
		gap |= (byte & 0x7f) << shift;
		shift += 7;
		if (byte & 0x80) continue;
		value += gap;
		bitmap[value >>> 5]! |= 1 << (value & 31);
		gap = 0;
		shift = 0;
	}
	const drop = 32 - bits;
	return (hash) => {
		const place = hash >>> drop;
		return ((bitmap[place >>> 5]! >>> (place & 31)) & 1) === 1;
	};
}
