import { expect, test } from 'vitest';
import { isTelling } from '#finder/query.ts';
import { plainText } from '#lib/markup.ts';
import type { Guide } from '#schema/guide.ts';
import { searchRecord } from '../../../src/integrations/search-record.ts';
import { cleanGuide, guideOf } from '../content/clean-guide.ts';

/** The words of a record's content, behind Pagefind's mark. */
function wordsOf(subject: Guide): readonly string[] {
	const [mark, ...words] = searchRecord(subject, shelf).content.split(' ');
	expect(mark).toBe('___PAGEFIND_WEIGHT___1.05');
	return words;
}

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
		answer: guide.answer,
		proven: 'no',
	});
	expect(filters).toEqual({ product: ['Kiln "K"'], category: ['Ovens & more'] });
});

test('holds every word of the guide that a query may ask for, in its order, and no other', () => {
	const texts = [
		...guide.messages,
		plainText(guide.intro),
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
	const words =
		texts.join(' ').match(/[\p{L}\p{N}]+(?:[^\s()[\]{},;:/\\\p{L}\p{N}]+[\p{L}\p{N}]+)*/gu) ?? [];

	expect(words.length).toBeGreaterThan(20);
	expect(wordsOf(guide)).toEqual(words.filter(isTelling));
});

test('leaves words without meaning and marks around words away', () => {
	const words = wordsOf({
		...guide,
		messages: ['The "lid" is (a) --door, v1.2. «Größe» 𝔸𝔹 net::x_1'],
	});
	expect(words.slice(0, 7)).toEqual(['lid', '--door', 'v1.2', 'Größe', '𝔸𝔹', 'net', 'x_1']);
});
