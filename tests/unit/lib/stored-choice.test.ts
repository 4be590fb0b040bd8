import { expect, test } from 'vitest';
import { formatChoice, parseChoice } from '#lib/stored-choice.ts';

const script = 'https://count.test/a.js';

test.each(['accepted', 'rejected'] as const)('%s is kept for the script it is about', (choice) => {
	const kept = formatChoice(choice, script);

	expect(parseChoice(kept, script)).toBe(choice);
	expect(parseChoice(kept, 'https://count.test/b.js')).toBeUndefined();
});

test.each([null, '', 'accepted', `maybe ${script}`])('%j is no choice', (kept) => {
	expect(parseChoice(kept, script)).toBeUndefined();
});
