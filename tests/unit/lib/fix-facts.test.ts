import { expect, test } from 'vitest';
import { effortOf } from '#lib/fix-facts.ts';

test('says who can do a fix, and how long it takes', () => {
	expect([
		effortOf({ by: 'user', minutes: 1 }),
		effortOf({ by: 'admin', minutes: 119 }),
		effortOf({ by: 'vendor', minutes: 150 }),
	]).toEqual([
		'You can do this, about 1\u00A0min',
		'Needs an administrator, about 119\u00A0min',
		'Only the vendor can, about 3\u00A0hours',
	]);
});
