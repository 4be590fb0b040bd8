import { expect, test } from 'vitest';
import { excerptOf } from '#finder/excerpt.ts';

test('shows the line around what matched, and no other line', () => {
	const text = 'first line\nError: listen EADDRINUSE: in use\nlast line';
	const start = text.indexOf('EADDRINUSE');

	expect(excerptOf(text, { start, end: start + 'EADDRINUSE'.length })).toEqual({
		before: 'Error: listen ',
		marked: 'EADDRINUSE',
		after: ': in use',
	});
});

test('puts a match of several lines on one, without control characters, and cuts it short', () => {
	const text = `a\n\u001Bb${'c'.repeat(200)}`;
	const { before, marked, after } = excerptOf(text, { start: 0, end: text.length });

	expect(marked).toBe(`a b${'c'.repeat(157)}…`);
	expect([before, after]).toEqual(['', '']);
});
