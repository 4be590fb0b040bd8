import { expect, test } from 'vitest';
import type { Guide } from '#schema/guide.ts';
import { searchDocument } from '../../../src/site/search-document.ts';
import { cleanGuide, guideOf } from '../guide/clean-guide.ts';

const shelf = { product: 'Kiln "K"', category: 'Ovens & more' };
const guide: Guide = {
	...guideOf(cleanGuide),
	code: '0x80070005',
	aliases: ['E_LID<OPEN>'],
	messages: ['K_1: <name> & "lid"'],
};

test('names what a result shows, with every other name of the code', () => {
	const html = searchDocument(guide, shelf);

	expect(html).toContain('data-product="Kiln &quot;K&quot;"');
	expect(html).toContain('data-category="Ovens &amp; more"');
	expect(html).toContain('data-aliases="E_LID&lt;OPEN&gt; · 80070005 · -2147024891 · 2147942405"');
});

test('holds everything that the guide says, and what it quotes as text', () => {
	const html = searchDocument(guide, shelf);
	const parts = [
		'<pre>K_1: &lt;name&gt; &amp; &quot;lid&quot;</pre>',
		...guide.causes.flatMap(({ body, checks }) => [body, ...checks]),
		...guide.fixes.flatMap(({ lead, steps, after, verify, undo }) => [
			lead,
			...steps,
			after,
			verify,
			undo ?? '',
		]),
		...guide.questions.map(({ answer }) => answer),
	];

	expect(parts.filter((part) => !html.includes(part))).toEqual([]);
});
