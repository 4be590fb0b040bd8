import { expect, test } from 'vitest';
import type { Match } from '#finder/find.ts';
import { summaryOf } from '#finder/summary.ts';

const match = {
	guide: { code: 'EACCES', product: { name: 'npm' } },
} as Match; // A summary names no more of it.

test('says in one sentence what was found, and how many more there are', () => {
	expect([
		summaryOf({ state: 'certain', matches: [match] }),
		summaryOf({ state: 'certain', matches: [match, match, match] }),
		summaryOf({ state: 'possible', matches: [match, match] }),
		summaryOf({ state: 'unknown', matches: [] }),
	]).toEqual([
		'This is it: EACCES, npm.',
		'This is it: EACCES, npm. 2 more.',
		'It may be EACCES, npm. 1 more.',
		'No guide found.',
	]);
});
