import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { find } from '#finder/find.ts';
import { openContentIndex } from '../../content-index.ts';

/*
 * Pastes that came with a guide: captured from a program, or from a public report with every detail of a person
 * replaced. They were taken before the messages of the guide were written. A known miss is marked, so that the list of
 * misses is right in both directions.
 */

interface Paste {
	readonly input: string;
	readonly expect: string;
	readonly kind: 'code' | 'line' | 'paste' | 'log';
	readonly captured: boolean;
	readonly how: string;
	/** The finder does not put the guide first. */
	readonly miss?: true;
}

function readPastes(path: string): readonly Paste[] {
	return readFileSync(path, 'utf8')
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as Paste); // Written by hand in this shape; the first test checks it.
}

const index = openContentIndex();
const files = globSync('tests/corpus/reports/*.jsonl').sort();

test('there are reports of every product', () => {
	expect(files.length).toBeGreaterThan(0);
});

test.each(files)('%s: each paste finds its guide first, but for the known misses', async (path) => {
	const faults: string[] = [];
	for (const { input, expect: wanted, kind, captured, how, miss = false } of readPastes(path)) {
		const isWellFormed =
			['code', 'line', 'paste', 'log'].includes(kind) &&
			typeof captured === 'boolean' &&
			how.length > 3;
		if (!isWellFormed) faults.push(`${input.slice(0, 60)}: kind, captured or how is missing`);
		const { matches } = await find(index, input);
		const first = matches[0]?.guide.id;
		if ((first === wanted) === miss)
			faults.push(
				`${JSON.stringify(input).slice(0, 160)} → ${first}, wanted ${miss ? 'a miss' : wanted}`,
			);
	}
	expect(faults).toEqual([]);
});
