/** The middle value; of an even number of values, the upper of the two in the middle. */
export function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function count(text: string, pattern: RegExp): number {
	return text.match(pattern)?.length ?? 0;
}

/** What guides look like, to tell whether generated ones are like real ones. */
export interface Likeness {
	readonly guides: number;
	readonly medianBytes: number;
	readonly medianCauses: number;
	readonly medianFixes: number;
	readonly medianCodeBlocks: number;
	readonly medianSentences: number;
	/** Different words in as many guides as there are real ones. */
	readonly words: number;
}

export function describeGuides(texts: readonly string[], sampleSize: number): Likeness {
	const each = (measure: (text: string) => number) => median(texts.map(measure));
	const every = Math.max(1, Math.floor(texts.length / sampleSize));
	const sample = texts.filter((_, index) => index % every === 0).slice(0, sampleSize);
	const words = sample.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []);
	return {
		guides: texts.length,
		medianBytes: each((text) => Buffer.byteLength(text)),
		medianCauses: each((text) => count(text, /^<Cause /gm)),
		medianFixes: each((text) => count(text, /^<Fix /gm)),
		medianCodeBlocks: each((text) => count(text, /^\s*```\w/gm)),
		medianSentences: each((text) => count(text, /[.?!](?=\s)/g)),
		words: new Set(words).size,
	};
}
