import { expect, test } from 'vitest';
import { readSource } from '#content/source.ts';
import { bytesOf, cleanGuide, edit, file, findingsOf, placesOf } from './clean-guide.ts';
import { parseGuide } from '#content/parse.ts';

const finding = (code: string, line: number, column: number, message: string, fix: string) => ({
	code,
	file,
	line,
	column,
	message,
	fix,
});

const ownLine = 'put a blank line before and after each tag that is on a line of its own';
const noExpression = [
	'"{" starts an expression here, and guides do not use expressions.',
	'Put literal braces between back-ticks, and texts of attributes in quotes.',
] as const;
const noTag = [
	'"<" starts a tag here, but what follows is not a tag.',
	'Put a literal "<" between back-ticks, write an address as [text](https://…), and attributes in straight quotes.',
] as const;

test('gives the frontmatter and the tree the places of the file', () => {
	const { yaml, nodes } = readSource(file, cleanGuide);

	expect([yaml?.placeOfValue(['product']), nodes?.[0]?.position?.start.line]).toEqual([
		{ line: 4, column: 10 },
		14,
	]);
});

test('takes white space behind the hyphens for nothing', () => {
	expect(placesOf(cleanGuide.replaceAll('---\n', '--- \t\n'))).toEqual([]);
});

test.each([
	['no frontmatter', 'Text.\n', 'The file does not open with a line of three hyphens.'],
	[
		'text before it',
		`Text.\n\n${cleanGuide}`,
		'The file does not open with a line of three hyphens.',
	],
	['four hyphens', `-${cleanGuide}`, 'The file does not open with a line of three hyphens.'],
	[
		'no end',
		cleanGuide.replace('\n---\n\n', '\n\n'),
		'The frontmatter that opens here is not closed.',
	],
	['nothing but its start', '---\n', 'The frontmatter that opens here is not closed.'],
])('reports a guide with %s', (_, text, message) => {
	expect(findingsOf(text)).toEqual([
		finding(
			'guide/frontmatter-missing',
			1,
			1,
			message,
			'Put the frontmatter between two lines that contain only "---", at the top of the file.',
		),
	]);
});

test('asks for every field of an empty frontmatter', () => {
	const text = cleanGuide.replace(/^---\n[\s\S]*?\n---\n/, '---\n---\n');

	expect(findingsOf(text).map(({ line, message }) => `${line} ${message}`)).toEqual([
		'1 "code" is missing.',
		'1 "name" is missing.',
		'1 "product" is missing.',
		'1 "messages" is missing.',
		'1 "answer" is missing.',
		'1 "sources" is missing.',
		'1 "updated" is missing.',
	]);
});

test('reports broken YAML and broken MDX in one reading', () => {
	const text = edit(edit(cleanGuide, 'Door is open', 'Door: open'), '</Cause>', '');

	expect(placesOf(text)).toEqual(['3:7 guide/frontmatter-syntax', '16:1 mdx/syntax']);
});

test.each([
	[
		'a tag that is not closed',
		'</Cause>',
		'',
		16,
		1,
		'<Cause> opens here and is not closed.',
		`Close it with </Cause>, and ${ownLine}.`,
	],
	[
		'a tag that is closed in another paragraph',
		'A lamp tells.',
		'A <Note>lamp\n\ntells.</Note>',
		17,
		3,
		'<Note> opens here and is not closed.',
		`Close it with </Note>, and ${ownLine}.`,
	],
	[
		'a placeholder outside code',
		'A lamp tells.',
		'The lamp <number> tells.',
		17,
		10,
		'<number> is read as a tag, and it is not closed.',
		'Put it between back-ticks if it is a placeholder: `<number>`.',
	],
	[
		'a misspelt tag that is not closed',
		'A lamp tells.',
		'<Noet>A lamp tells.',
		17,
		1,
		'<Noet> is read as a tag, and it is not closed.',
		'Did you mean <Note>?',
	],
	[
		'a closing tag without its opening one',
		'</Cause>',
		'</Cause>\n\n</Note>',
		21,
		1,
		'</Note> closes a tag that is not open.',
		`Remove it or open <Note> first, and ${ownLine}.`,
	],
	[
		'another closing tag',
		'red.</Check>',
		'red.</Note>',
		18,
		29,
		'</Note> comes here, but <Check> of line 18 is still open.',
		'Close <Check> first.',
	],
	[
		'a comment of HTML',
		'A lamp tells.',
		'<!-- lamp --> A lamp tells.',
		17,
		1,
		'A comment starts here, and guides have no comments.',
		'Remove it, or put a literal `<!` between back-ticks.',
	],
	['a number behind a less-than sign', 'A lamp', 'Below <5 degrees a lamp', 17, 7, ...noTag],
	['an address in angle brackets', 'A lamp', '<https://kiln.example/> A lamp', 17, 1, ...noTag],
	['an attribute without quotes', 'by="user"', 'by=user', 21, 1, ...noTag],
	['an attribute in curly quotes', 'by="user"', 'by=“user”', 21, 1, ...noTag],
	['a brace that is not closed', 'A lamp', 'A {lamp', 17, 3, ...noExpression],
	['braces around what is no code', 'A lamp', 'A {lamp tells}', 17, 9, ...noExpression],
])('says what is wrong with %s', (_, from, to, line, column, message, fix) => {
	expect(findingsOf(edit(cleanGuide, from, to))).toEqual([
		finding('mdx/syntax', line, column, message, fix),
	]);
});

test.each([
	['`<` before a space', 'It is < 5 and a<b only between `<` signs.'.replace('a<b', 'a < b')],
	['a closing brace', 'It is } here.'],
	['a dollar sign', 'It costs $5 and $$6$$.'],
	['braces between back-ticks', '`{a}` and `{{.State}}`'],
	['angle brackets between back-ticks', '`<a>` and `</b>`'],
])('reads %s as text', (_, markdown) => {
	expect(placesOf(edit(cleanGuide, 'A lamp tells.', markdown))).toEqual([]);
});

test('never shows the words of a parser', () => {
	const texts = [
		edit(cleanGuide, 'Door is open', '{ Door: open'),
		edit(cleanGuide, 'Door is open', '"Door" is open'),
		edit(cleanGuide, 'Door is open', '&door'),
		edit(cleanGuide, 'A lamp', '{...lamp}'),
		edit(cleanGuide, 'A lamp', '- <Note>\n\nA lamp\n\n</Note>'),
		edit(cleanGuide, 'A lamp', '</'),
	];

	const words = texts.flatMap(findingsOf).map(({ message, fix }) => `${message} ${fix}`);

	expect(words).toHaveLength(texts.length);
	expect(
		words.filter((text) => /oxc|parse|token|flow|scalar|collection|U\+|undefined/i.test(text)),
	).toEqual([]);
});

test('takes a file that is too large for one that is too large, without reading it', () => {
	expect(parseGuide(file, new Uint8Array(5_000_000)).findings).toEqual([
		finding(
			'file/size',
			1,
			1,
			'The file is larger than 256 kB.',
			'Split it into one guide for each error, and keep logs out of it.',
		),
	]);
});

test('does not mind a file just below the limit', () => {
	const text = cleanGuide.replace('A lamp tells.', 'A lamp tells. '.repeat(18_000));

	expect([bytesOf(text).length > 250_000, placesOf(text)]).toEqual([true, []]);
});
