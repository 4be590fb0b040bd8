import { expect, test } from 'vitest';
import { findRunawayBrace } from '#content/runaway-brace.ts';
import { cleanGuide, edit, placesOf } from './clean-guide.ts';

const tags = '<a>\n\n'.repeat(40);

test.each([
	['a brace that is not closed', 'a { b\n\n'],
	['braces with a tag inside', 'a {<b>} c\n\n'],
	['a brace in an attribute', '<Fix minutes={ id="a">\n\n'],
	['a brace behind a fence', '```sh\n{\n```\n\n{\n\n'],
	['a brace behind a list that ends with its fence open', '1. a\n   ```sh\n   b\n{\n\n'],
	['a brace behind a back-tick without a partner', 'a ` {\n\n'],
	['a brace behind one that is closed', '<Fix minutes={5}> {\n\n'],
	['a brace behind an apostrophe', "it's a { b\n\n"],
])('finds %s before many tags', (_, text) => {
	expect(findRunawayBrace(text + tags, 0)).toBe(text.lastIndexOf('{'));
});

test.each([
	['between back-ticks', '`a { b`\n\n'],
	['between several back-ticks', '`` a ` { b ``\n\n'],
	['in a fence', '```js\nif (a) {\n```\n\n'],
	['in a fence of a list', '- a\n\n  ~~~~js\n  ~~~\n  {\n  ~~~~\n\n'],
	['in the fence of a list marker', '1. ```js\n   {\n   ```\n\n'],
	['in a quoted attribute', '<Cause title="a { b" fixes=\'{\'>\n\n'],
	['behind a backslash', 'a \\{ b\n\n'],
	['between back-ticks before another that is closed', '`{` <Fix minutes={5}>\n\n'],
	['around a literal', '<Fix minutes={5}>\n\n'],
	['around text without tags', 'a {b} c\n\n'],
])('passes a brace %s', (_, text) => {
	expect(findRunawayBrace(text + tags, 0)).toBeUndefined();
});

test('leaves a brace to the parser where it costs little', () => {
	expect(findRunawayBrace('a { b <c> <d>', 0)).toBeUndefined();
});

test('finds a brace among thousands of braces', () => {
	expect(findRunawayBrace('{'.repeat(5000), 0)).toBe(0);
});

test('reports a stray brace before many placeholders at once', () => {
	const placeholders = Array.from({ length: 60 }, (_, index) => `\`<name${index}>\`\n\n`).join('');
	const text = edit(cleanGuide, 'A lamp tells.', `A {lamp tells.\n\n${placeholders}`);

	expect(placesOf(text)).toEqual(['17:3 mdx/syntax']);
});

test.each([
	['tags', '<Note>'.repeat(500) + 'x' + '</Note>'.repeat(500)],
	['lists', `${'- '.repeat(500)}a`],
	['quotations', `${'> '.repeat(500)}a`],
])('reports %s nested too deep, and does not fall over', (_, nest) => {
	const text = edit(cleanGuide, 'The kiln stays cold.', nest);

	expect(placesOf(text).map((place) => place.split(' ')[1])).toEqual(['mdx/syntax']);
});
