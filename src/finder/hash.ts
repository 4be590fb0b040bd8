/** The state before the first character: the offset basis of FNV-1a with 32 bits. */
export const hashStart = 0x811c9dc5;

/** One step of FNV-1a (Fowler, Noll, Vo) over a UTF-16 code unit. */
export function hashStep(state: number, unit: number): number {
	return Math.imul(state ^ unit, 0x01000193);
}

/**
 * The steps over the code units of a text from one index up to another. A function of its own, as an engine compiles a
 * small one that is called often long before a large one with loops.
 */
export function hashSteps(state: number, text: string, from: number, to: number): number {
	let next = state;
	for (let index = from; index < to; index += 1) next = hashStep(next, text.charCodeAt(index));
	return next;
}

/** The finalizer of MurmurHash3 (Austin Appleby), as FNV-1a alone mixes its high bits badly. An unsigned 32-bit number. */
export function hashEnd(state: number): number {
	let hash = state;
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}

/** The hash of a key: what decides its shard and its place in the filter. An unsigned 32-bit number. */
export function hashOf(key: string): number {
	return hashEnd(hashSteps(hashStart, key, 0, key.length));
}

/** Another hash of the same key, for a second filter. */
export function secondHashOf(key: string): number {
	return hashOf(`${key}\u0001`);
}

/** The shard of a hash: its top bits. */
export function shardOf(hash: number, bits: number): number {
	return bits === 0 ? 0 : hash >>> (32 - bits);
}
