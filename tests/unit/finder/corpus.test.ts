import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { find } from '#finder/find.ts';
import { openContentIndex } from '../../content-index.ts';

interface Labelled {
	readonly input: string;
	/** The guide, or any of several; null where there is none. */
	readonly expect: string | readonly string[] | null;
	readonly kind: 'code' | 'line' | 'paste' | 'log' | 'dirty' | 'negative';
	/** Whether a real program printed it on a real machine. */
	readonly captured: boolean;
	readonly how: string;
}

function readCorpus(name: string): readonly Labelled[] {
	return readFileSync(`tests/corpus/${name}.jsonl`, 'utf8')
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as Labelled); // Written by hand in this shape; the first test checks it.
}

const index = openContentIndex();

// A tenth of the third set is in languages that guides do not quote.
const leastFirst = { corpus: 0.97, heldout: 0.97, second: 0.97, third: 0.95 } as const;
const sets = Object.entries(leastFirst);

test.each(sets)('%s says of each input what it is', (name) => {
	const kinds = ['code', 'line', 'paste', 'log', 'dirty', 'negative'];
	const wrong = readCorpus(name).filter(
		({ input, expect: wanted, kind, captured, how }) =>
			typeof input !== 'string' ||
			typeof captured !== 'boolean' ||
			how === '' ||
			!kinds.includes(kind) ||
			(kind === 'negative') !== (wanted === null),
	);

	expect(wrong).toEqual([]);
});

test.each(sets)(
	'%s: the right guide comes first, and nothing is claimed of what is none',
	async (name, least) => {
		const corpus = readCorpus(name);
		const misses: string[] = [];
		const falselyCertain: string[] = [];
		let certain = 0;
		for (const { input, expect: wanted } of corpus) {
			const { state, matches } = await find(index, input);
			const first = matches[0]?.guide.id ?? 'nothing';
			if (wanted === null) {
				if (state === 'certain') falselyCertain.push(`${JSON.stringify(input)} → ${first}`);
			} else if ([wanted].flat().includes(first)) certain += Number(state === 'certain');
			else
				misses.push(`${JSON.stringify(input)} → ${first}, wanted ${[wanted].flat().join(' or ')}`);
		}
		const positives = corpus.filter((entry) => entry.expect !== null).length;
		const captured = corpus.filter((entry) => entry.captured).length;
		console.log(
			`${name}: ${positives - misses.length} of ${positives} first (${certain} certain), ` +
				`${falselyCertain.length} of ${corpus.length - positives} negatives falsely certain, ${captured} captured`,
		);

		expect(falselyCertain.length, falselyCertain.join('\n')).toBeLessThanOrEqual(1);
		expect((positives - misses.length) / positives, misses.join('\n')).toBeGreaterThanOrEqual(
			least,
		);
	},
);

test('the corpus is large enough to mean something', () => {
	const corpus = readCorpus('corpus');

	expect(corpus.length).toBeGreaterThanOrEqual(150);
	expect(corpus.filter((entry) => entry.expect === null).length).toBeGreaterThanOrEqual(40);
});
