import { expect, test } from 'vitest';
import { proofPrograms } from '#lib/proof-programs.ts';

test('the program that the guide is about comes first, and the kernel last', () => {
	const programs = ['Linux', 'Git', 'Bash'].map((name) => ({ name, version: '1' }));
	expect(proofPrograms({ programs }).map(({ name }) => name)).toEqual(['Git', 'Bash', 'Linux']);
});
