import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readContentFiles } from '#content/content-files.ts';
import { compileContent } from '#content/content.ts';
import { staleness } from '#content/proof.ts';
import { isForLinux } from '#lib/linux.ts';
import type { Fragment, Guide } from '#schema/guide.ts';

/*
 * Nothing that a proof is about can change without the proof noticing: every block of every proven guide is removed,
 * emptied and changed, one at a time.
 */

const { guides } = compileContent(readContentFiles('.'), '', () => undefined);
const proven = guides.map(({ guide }) => guide).filter(({ proof }) => proof !== undefined);

/** The parts of a guide that its proof is about, each as it can be found again in a copy. */
function partsOf(guide: Guide): readonly ((copy: Guide) => Fragment)[] {
	const ids = new Set(guide.proof?.fixes.map(({ id }) => id));
	const checks = guide.causes.flatMap(({ fixes, checks: ofCause }, cause) =>
		fixes.some((id) => ids.has(id))
			? ofCause.map((_, check) => (copy: Guide) => copy.causes[cause]!.checks[check]!)
			: [],
	);
	const fixes = guide.fixes.flatMap(({ id, steps }, fix) =>
		ids.has(id)
			? [
					...steps.map((_, step) => (copy: Guide) => copy.fixes[fix]!.steps[step]!),
					(copy: Guide) => copy.fixes[fix]!.verify,
				]
			: [],
	);
	return [...checks, ...fixes];
}

const changes: Readonly<Record<string, (fragment: Fragment, block: number) => void>> = {
	removed: ({ blocks }, block) => void blocks.splice(block, 1),
	emptied: ({ blocks }, block) => void (blocks[block]!.text = ''),
	changed: ({ blocks }, block) => void (blocks[block]!.text += ' more'),
	'said to print something else': ({ blocks }, block) =>
		void (blocks[block]!.says = { kind: 'output', text: 'something else' }),
};

test('some guides are proven', () => {
	expect(proven.length).toBeGreaterThan(0);
});

describe.each(proven.map((guide) => [guide.id, guide] as const))('%s', (id, guide) => {
	const lab = readFileSync(`content/labs/${id}.sh`);

	test('has its lab', () => {
		expect(existsSync(`content/labs/${id}.sh`)).toBe(true);
		expect(staleness(guide.proof!, guide, lab)).toBeUndefined();
	});

	test.each(Object.entries(changes))('loses its proof when a block is %s', (_, change) => {
		for (const partOf of partsOf(guide)) {
			for (const [at, block] of partOf(guide).blocks.entries()) {
				if (!isForLinux(block)) continue;
				const copy = structuredClone(guide);
				change(partOf(copy), at);

				expect(staleness(guide.proof!, copy, lab), block.text).toBe('guide');
			}
		}
	});
});
