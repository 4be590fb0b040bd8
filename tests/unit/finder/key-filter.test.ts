import { expect, test } from 'vitest';
import { readFilter, toFilterData } from '#finder/key-filter.ts';
import { hashOf } from '#finder/hash.ts';

function keys(count: number, word: string): string[] {
	return Array.from({ length: count }, (_, index) => `${word}${index}`);
}

test.each([0, 1, 2, 1000, 20_000])('passes each of %i keys', (count) => {
	const known = keys(count, 'key');
	const passes = readFilter(toFilterData(known.map(hashOf)));

	expect(known.filter((key) => !passes(hashOf(key)))).toEqual([]);
});

test('passes about one foreign key in a thousand', () => {
	const passes = readFilter(toFilterData(keys(20_000, 'key').map(hashOf)));
	const alarms = keys(100_000, 'other').filter((key) => passes(hashOf(key))).length;

	expect(alarms).toBeLessThan(200);
});

test('holds the first and the last hash that there are', () => {
	const passes = readFilter(toFilterData([0, 0xffffffff]));

	expect([passes(0), passes(0xffffffff), passes(0x7fffffff)]).toEqual([true, true, false]);
});
