import { expect, test } from 'vitest';
import { contentsOf, fixSections, numberFixes } from '#lib/guide-outline.ts';

const fix = (id: string, advanced: boolean) => ({ id, title: id, advanced });
const fixes = [fix('reset', true), fix('install', false), fix('rebuild', true)];
const guide = { causes: [{ id: 'missing', title: 'It is missing' }], questions: [] };
const sections = fixSections(numberFixes(fixes));

test('the advanced fixes have numbers after the others, each in its own section', () => {
	const shown = sections.map((section) => ({
		id: section.id,
		fixes: section.fixes.map(({ id, number }) => `${number} ${id}`),
	}));

	expect(shown).toEqual([
		{ id: 'fixes', fixes: ['1 install'] },
		{ id: 'advanced', fixes: ['2 reset', '3 rebuild'] },
	]);
});

test('a guide without fixes of a kind has no section of them', () => {
	expect(fixSections(numberFixes([fix('reset', true)])).map(({ id }) => id)).toEqual(['advanced']);
});

test('the contents list what a guide has, in the order of its page', () => {
	const ids = (groups: ReturnType<typeof contentsOf>) =>
		groups.map(({ id, items }) => [id, ...items.map((item) => item.id)].join(' '));

	expect(ids(contentsOf(guide, sections, false))).toEqual([
		'causes missing',
		'fixes install',
		'advanced reset rebuild',
		'support',
		'sources',
	]);
	expect(ids(contentsOf({ ...guide, questions: ['Why?'] }, sections, true)).slice(3)).toEqual([
		'questions',
		'related',
		'support',
		'sources',
	]);
});
