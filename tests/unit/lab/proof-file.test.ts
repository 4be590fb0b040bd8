import { expect, test } from 'vitest';
import { formatProof, proofOf } from '#lab/proof-file.ts';
import type { Sighting } from '#lab/prove-lab.ts';

const run = { commands: 'ls', output: '' };
const step = {
	where: { part: 'step', number: 1 },
	language: 'sh',
	text: 'rm <file>',
	values: { file: 'lid' },
	output: '',
} as const;
const seen: Sighting = {
	lab: `sha256-${'a'.repeat(43)}`,
	guide: `sha256-${'b'.repeat(43)}`,
	system: 'Debian GNU/Linux 12',
	programs: [{ name: 'Bash', version: '5.2.15' }],
	fixes: [
		{
			id: 'close-it',
			message: 'open',
			cause: 'open',
			before: run,
			runs: [step],
			after: run,
			skipped: [],
			names: [],
		},
	],
};

test('keeps the day of a proof that says the same', () => {
	const before = proofOf(seen, undefined, '2026-11-22');

	expect(formatProof(proofOf(seen, before, '2026-11-24'))).toBe(formatProof(before));
});

test('gives a proof that says something else the day of today', () => {
	const before = proofOf(seen, undefined, '2026-11-22');
	const newer = { ...seen, programs: [{ name: 'Bash', version: '5.3' }] };

	expect(proofOf(newer, before, '2026-11-24').date).toBe('2026-11-24');
});

test('writes the same text whatever the order of the keys', () => {
	const { lab, fixes, ...rest } = proofOf(seen, undefined, '2026-11-22');
	const turned = fixes.map((fix) => ({
		...fix,
		runs: fix.runs.map(({ where, output, ...run }) => ({ output, ...run, where })),
	}));

	expect(formatProof({ ...rest, fixes: turned, lab })).toBe(formatProof({ lab, ...rest, fixes }));
});
