import { expect, test } from 'vitest';
import { beginningOf, isLongText } from '#lib/long-text.ts';

test.each([
	['EADDRINUSE', false],
	['EADDRINUSE\n', false],
	['Error: listen\n  EADDRINUSE', true],
	['a\rb', true],
	['x'.repeat(160), false],
	['x'.repeat(161), true],
])('%j is more than a line: %s', (text, isLong) => {
	expect(isLongText(text)).toBe(isLong);
});

test('of a text that cannot be laid out, its beginning and its length are shown', () => {
	const beginning = beginningOf(`head ${'x'.repeat(20_000)}`);

	expect(beginningOf('x'.repeat(20_000))).toBeUndefined();
	expect(beginning).toMatch(/^head x+\n…\n20,005 characters are held on this page\./);
	expect(beginning?.length).toBeLessThan(1600);
});
