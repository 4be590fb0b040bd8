import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { PlaceFinder } from '#content/position.ts';
import { YamlSource } from '#content/yaml.ts';

// The very parser that Astro reads YAML with; it has no types.
const { load } = createRequire(import.meta.resolve('astro'))('js-yaml') as {
	readonly load: (text: string) => unknown;
};

/** The value of the tree that findings get their places from. */
const treeValue = (text: string): unknown =>
	parseDocument(text, { customTags: ['timestamp'] }).toJS();

const read = (text: string) => new YamlSource(text, new PlaceFinder(text), 0);

test.each([
	['an unquoted day', 'a: 2026-11-22', { a: new Date('2026-11-22T00:00:00Z') }],
	['a quoted day', 'a: "2026-11-22"', { a: '2026-11-22' }],
	['an unquoted version', 'a: 22.10', { a: 22.1 }],
	['a quoted version', "a: '22.10'", { a: '22.10' }],
	['a hexadecimal number', 'a: 0x80070005', { a: 2147942405 }],
	['yes and no', 'a: [yes, no]', { a: ['yes', 'no'] }],
	['true, null and nothing', 'a: [true, null, ~]\nb:', { a: [true, null, null], b: null }],
	['a folded text', 'a: >-\n  one\n  two\n', { a: 'one two' }],
	['a folded text with its line break', 'a: >\n  one\n  two\n', { a: 'one two\n' }],
	['a flow map', 'a: { b: "c: d", e: f }', { a: { b: 'c: d', e: 'f' } }],
	['a reference', 'a: &x [1]\nb: *x', { a: [1], b: [1] }],
	['a reference among quotes', "a: &x 'y'\nb: [it's, *x, 'z']", { a: 'y', b: ["it's", 'y', 'z'] }],
	[
		'quotes with signs of references',
		'a: ["b &c \\" *d", \'e *f &\']\ng: "<<"\nh:\n  - "*i"',
		{ a: ['b &c " *d', 'e *f &'], g: '<<', h: ['*i'] },
	],
])('reads %s as Astro does, and its tree has the same value', (_, text, value) => {
	expect(read(text).value).toEqual(value);
	expect(load(text)).toEqual(value);
	expect(treeValue(text)).toEqual(value);
});

test('reads the frontmatter of a real guide as Astro does, and its tree has the same value', () => {
	const text = readFileSync('content/guides/nodejs/eaddrinuse.mdx', 'utf8').split('---\n')[1] ?? '';

	const { value } = read(text);

	expect(value).toEqual(load(text));
	expect(value).toEqual(treeValue(text));
	expect(value).toMatchObject({ product: 'nodejs', updated: expect.any(Date) as unknown });
});

test('takes a day that no calendar has for no day', () => {
	expect(read('a: 2026-02-30\nb: 2024-02-29').value).toEqual({
		a: new Date(Number.NaN),
		b: new Date('2024-02-29T00:00:00Z'),
	});
});

test('finds values and keys by their path, whatever else has the same text', () => {
	const yaml = read(
		'name: url\nsources:\n  - title: name\n    url: x\n  - { title: t, url: name }\n',
	);

	expect([
		yaml.placeOfValue(['name']),
		yaml.placeOfValue(['sources', 0, 'title']),
		yaml.placeOfValue(['sources', 1, 'url']),
		yaml.placeOfKey(['sources', 1], 'url'),
		yaml.placeOfKey([], 'sources'),
	]).toEqual([
		{ line: 1, column: 7 },
		{ line: 3, column: 12 },
		{ line: 5, column: 22 },
		{ line: 5, column: 17 },
		{ line: 2, column: 1 },
	]);
});

test('gives the nearest parent where there is no value, and nothing at the root', () => {
	const yaml = read('a:\n  - b: 1\n');

	expect([yaml.placeOfValue(['a', 0, 'missing']), yaml.placeOfValue(['missing'])]).toEqual([
		{ line: 2, column: 5 },
		undefined,
	]);
});

test('adds the place at which the text starts in its file', () => {
	const text = '---\na: 1\n';

	expect(new YamlSource('a: 1\n', new PlaceFinder(text), 4).placeOfValue(['a'])).toEqual({
		line: 2,
		column: 4,
	});
});

test.each([
	['a: b: c', 1, 4, 'This value contains a second colon.', 'Put the value in quotes.'],
	['a: 1\n"b": 2\n"b": 3', 3, 1, 'The key "b" is repeated.', 'Keep one of them.'],
	[
		'a: @b',
		1,
		4,
		'Text without quotes cannot start with this character.',
		'Put the value in quotes.',
	],
	[
		'a: "b" c',
		1,
		8,
		'There is text after the end of this value.',
		'Put the whole value in quotes.',
	],
	[
		'a:\n\tb: 1',
		2,
		1,
		'This line starts with a tab, and YAML is indented with spaces.',
		'Replace it with spaces.',
	],
	[
		'a: "C:\\Users"',
		1,
		7,
		'A backslash between double quotes starts an escape, and YAML does not know this one.',
		'Use single quotes around the value, or write the backslash twice.',
	],
	[
		'a: "b',
		1,
		6,
		'A quote that opens before this place is not closed.',
		'Close it at the end of the value.',
	],
	[
		'a: *b',
		1,
		4,
		'"*b" is read as a reference to another value.',
		'Put the value in quotes if it is text, or write the other value itself.',
	],
	[
		'a: { b: 1 c: 2 }',
		1,
		9,
		'This cannot be read as YAML.',
		'Correct it. Text that contains a colon, a quote or a # needs quotes around it.',
	],
	[
		'a: ["b" "c"]',
		1,
		9,
		'A comma, a colon, a hyphen or a bracket is missing before this place.',
		'Add it, or put the value in quotes.',
	],
	['a\nb: 1', 1, 1, 'This line has no colon between a key and its value.', 'Write "key: value".'],
	[
		'a: [b',
		1,
		6,
		'The indent of this line does not fit the lines above it.',
		'Align the entries of one list or group, and close every bracket.',
	],
])('says what is wrong with %j', (text, line, column, message, fix) => {
	expect(read(text).finding).toEqual({ place: { line, column }, message, fix });
});

test('refuses references that would fill the memory', () => {
	const nest = Array.from({ length: 12 }, (_, level) => {
		const before = `*a${level - 1}`;
		return `a${level}: &a${level} [${level === 0 ? 'x' : Array(10).fill(before).join(', ')}]`;
	}).join('\n');

	expect(read(nest).finding?.message).toBe('"*a0" is read as a reference to another value.');
});
