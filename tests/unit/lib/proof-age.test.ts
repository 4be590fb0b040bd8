import { expect, test } from 'vitest';
import { proofAge } from '#lib/proof-age.ts';

const proof = { date: '2026-11-24', programs: [{ name: 'Node.js', version: '20.19.2' }] };

test('a proof is fresh for a year, with versions that are supported', () => {
	expect(proofAge(proof, { 'Node.js': '<20' }, new Date('2027-11-23'))).toBeUndefined();
	expect(proofAge(proof, {}, new Date('2027-11-26'))).toBe('more than a year ago');
	expect(proofAge(proof, { 'Node.js': '<22' }, new Date('2026-11-25'))).toBe(
		'Node.js 20.19.2 is no longer supported',
	);
});
