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

/** The sorted values; there are at most as many as bytes. */
function readValues(gaps: string): Uint32Array {
	const bytes = atob(gaps);
	const values = new Uint32Array(bytes.length);
	let count = 0;
	let value = 0;
	let gap = 0;
	let shift = 0;
	for (let index = 0; index < bytes.length; index += 1) {
		const byte = bytes.charCodeAt(index);
		gap |= (byte & 0x7f) << shift;
		shift += 7;
		if (byte & 0x80) continue;
		value += gap;
		values[count] = value;
		count += 1;
		gap = 0;
		shift = 0;
	}
	return values.subarray(0, count);
}

/**
 * Reads the filter into buckets by the top bits of the values, two for each value, so that most are empty: a look-up is
 * hardly ever more than two memory accesses, near each other, and memory is 16 to 24 bytes a value.
 */
export function readFilter({ bits, gaps }: FilterData): Filter {
	const values = readValues(gaps);
	const bucketBits = Math.min(bits, Math.ceil(Math.log2(Math.max(1, values.length))) + 1);
	const [drop, dropInBucket] = [32 - bits, bits - bucketBits];
	/** Where the values of each bucket start, and last the end of all. */
	const starts = new Uint32Array(2 ** bucketBits + 1);
	for (const value of values) starts[(value >>> dropInBucket) + 1]! += 1;
	for (let bucket = 1; bucket < starts.length; bucket += 1) starts[bucket]! += starts[bucket - 1]!;
	return (hash) => {
		const value = hash >>> drop;
		const bucket = value >>> dropInBucket;
		const end = starts[bucket + 1]!;
		for (let index = starts[bucket]!; index < end; index += 1)
			if (values[index] === value) return true;
		return false;
	};
}
