import { expect, test } from 'vitest';
import { guidesFor, quote } from '#lib/search-status.ts';

test('a text is quoted on one line, cut short where it is long', () => {
	expect(quote(' a\n\tb\u200B ')).toBe('“a b”');
	expect(quote('x'.repeat(61))).toBe(`“${'x'.repeat(59)}…”`);
});

test('says how many guides there are', () => {
	expect([0, 1, 2].map((guides) => guidesFor('a', guides))).toEqual([
		'Nothing found for “a”.',
		'1 guide for “a”.',
		'2 guides for “a”.',
	]);
});
