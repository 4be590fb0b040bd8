import { expect, test } from 'vitest';
import { shorten } from '#lib/transcript.ts';

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`);

test('leaves a short output as it is', () => {
	const output = lines(14).join('\n');

	expect(shorten(output)).toBe(output);
});

test('says how much of a long output is left out', () => {
	const shown = shorten(lines(30).join('\n')).split('\n');

	expect(shown).toEqual([...lines(8), '[… 17 lines left out …]', ...lines(30).slice(25)]);
});

test('marks where a line is cut', () => {
	expect(shorten('x'.repeat(500))).toBe(`${'x'.repeat(240)}…`);
});
