import { expect, test } from 'vitest';
import { isTelling } from '#finder/query.ts';
import type { Guide } from '#schema/guide.ts';
import { toRecord } from '../../../src/integrations/full-text-record.ts';
import { cleanGuide, guideOf } from '../content/clean-guide.ts';

function wordsOf(subject: Guide): readonly string[] {
	return toRecord(subject, shelf).content.split(' ');
}

const shelf = { product: 'Kiln "K"', category: 'Ovens & more' };
const guide: Guide = {
	...guideOf(cleanGuide),
	code: '0x80070005',
	aliases: ['E_LID<OPEN>'],
	messages: ['K_1: <name> & "lid"'],
};

test('names what a result shows, with every other name of the code', () => {
	const { url, meta, filters } = toRecord(guide, shelf);

	expect(url).toBe(`/errors/${guide.id}/`);
	expect(meta).toEqual({
		title: `0x80070005 ${guide.name}`,
		code: '0x80070005',
		name: guide.name,
		product: 'Kiln "K"',
		aliases: 'E_LID<OPEN> · 80070005 · -2147024891 · 2147942405',
		category: 'Ovens & more',
		answer: guide.answer,
		proven: 'no',
	});
	expect(filters).toEqual({ product: ['Kiln "K"'], category: ['Ovens & more'] });
});

test('has every word of the guide that a query may ask for, and no other', () => {
	const texts = [
		...guide.messages,
		guide.intro.text,
		...guide.causes.flatMap(({ title, body, checks }) => [
			title,
			...[body, ...checks].map(({ text }) => text),
		]),
		...guide.fixes.flatMap(({ title, lead, steps, after, verify, undo }) => [
			title,
			...[lead, ...steps, after, verify, ...(undo ? [undo] : [])].map(({ text }) => text),
		]),
		...guide.questions.flatMap(({ ask, answer }) => [ask, answer.text]),
	];
	const words =
		texts.join(' ').match(/[\p{L}\p{N}]+(?:[^\s()[\]{},;:/\\\p{L}\p{N}]+[\p{L}\p{N}]+)*/gu) ?? [];

	expect(words.length).toBeGreaterThan(20);
	expect(wordsOf(guide).toSorted()).toEqual(words.filter(isTelling).toSorted());
});

test('leaves words without meaning and marks around words away', () => {
	const words = wordsOf({
		...guide,
		messages: ['The "lid" is (a) --door, v1.2. «Größe» 𝔸𝔹 net::x_1'],
	});
	expect(words.slice(0, 7)).toEqual(['lid', '--door', 'v1.2', 'Größe', '𝔸𝔹', 'net', 'x_1']);
});
