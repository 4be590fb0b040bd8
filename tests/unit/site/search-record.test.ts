import { expect, test } from 'vitest';
import { plainText } from '#lib/markup.ts';
import type { Guide } from '#schema/guide.ts';
import { searchRecord } from '../../../src/site/search-record.ts';
import { cleanGuide, guideOf } from '../guide/clean-guide.ts';

const shelf = { product: 'Kiln "K"', category: 'Ovens & more' };
const guide: Guide = {
	...guideOf(cleanGuide),
	code: '0x80070005',
	aliases: ['E_LID<OPEN>'],
	messages: ['K_1: <name> & "lid"'],
};

test('names what a result shows, with every other name of the code', () => {
	const { url, meta, filters } = searchRecord(guide, shelf);

	expect(url).toBe(`/errors/${guide.id}/`);
	expect(meta).toEqual({
		title: `0x80070005 ${guide.name}`,
		code: '0x80070005',
		name: guide.name,
		product: 'Kiln "K"',
		aliases: 'E_LID<OPEN> · 80070005 · -2147024891 · 2147942405',
		category: 'Ovens & more',
		proven: 'no',
	});
	expect(filters).toEqual({ product: ['Kiln "K"'], category: ['Ovens & more'] });
});

test('sets messages apart from each other and from what follows', () => {
	const { content } = searchRecord({ ...guide, messages: ['lid open', 'fan off'] }, shelf);
	expect(content).toContain(' lid open · fan off · ');
});

test('holds everything that the guide says, and what it quotes as text', () => {
	const { content } = searchRecord(guide, shelf);
	const parts = [
		'K_1: <name> & "lid"',
		...guide.causes.flatMap(({ title, body, checks }) => [
			title,
			...[body, ...checks].map(plainText),
		]),
		...guide.fixes.flatMap(({ title, lead, steps, after, verify, undo }) => [
			title,
			...[lead, ...steps, after, verify, undo ?? ''].map(plainText),
		]),
		...guide.questions.flatMap(({ ask, answer }) => [ask, plainText(answer)]),
	];

	expect(parts.filter((part) => !content.includes(part))).toEqual([]);
});
