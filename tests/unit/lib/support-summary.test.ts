import { expect, test } from 'vitest';
import { supportSummary } from '#lib/support-summary.ts';

test('says what is known and leaves a line for each thing to add', () => {
	expect(
		supportSummary({
			error: 'P-100: Press jammed (Press)',
			address: 'https://example.test/errors/press/p-100/',
			tried: ['Free the press'],
			toAdd: ['The whole message as text', 'Version'],
		}),
	).toBe(
		[
			'Error: P-100: Press jammed (Press)',
			'Guide: https://example.test/errors/press/p-100/',
			'Tried, did not help:',
			'- Free the press',
			'',
			'The whole message as text:',
			'',
			'Version:',
			'',
		].join('\n'),
	);
});

test('says nothing of fixes before one was tried', () => {
	expect(supportSummary({ error: 'E', address: 'A', tried: [], toAdd: [] })).toBe(
		'Error: E\nGuide: A\n',
	);
});
