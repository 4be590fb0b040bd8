import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContentFiles } from '#content/content-files.ts';
import { compileContent } from '#content/content.ts';
import type { ContentFile } from '#content/content-file.ts';
import { ruleCodes, type Diagnostic, type RuleCode } from '#content/diagnostic.ts';
import { checkLabs } from '#lab/check-labs.ts';

/*
 * Each folder `tests/fixtures/rules/<subject>-<problem>/<name>` is laid over the clean tree, and must yield the one
 * finding of its `expected.json`. What an editor could damage without being seen (encodings, sizes) is made here.
 */

type Expected = Pick<Diagnostic, 'code' | 'file' | 'line' | 'column'>;

interface Case {
	readonly name: string;
	readonly files: readonly ContentFile[];
	readonly expected: Expected;
}

const fixtures = 'tests/fixtures';
const guide = 'content/guides/kiln/p-100.mdx';
const clean = readContentFiles(join(fixtures, 'clean'));
const cleanGuide = Buffer.from(clean.find(({ path }) => path === guide)!.bytes);

const made: readonly Case[] = [
	{
		name: 'a byte that is not UTF-8',
		files: [
			{ path: guide, bytes: Buffer.concat([cleanGuide, Buffer.from('Gr\xfcn\n', 'latin1')]) },
		],
		expected: { code: 'file/encoding', file: guide, line: 23, column: 3 },
	},
	{
		name: 'UTF-16 with a byte-order mark',
		files: [{ path: guide, bytes: Buffer.from(`\uFEFF${cleanGuide.toString()}`, 'utf16le') }],
		expected: { code: 'file/encoding', file: guide, line: 1, column: 1 },
	},
	{
		name: 'a NUL character',
		files: [
			{ path: guide, bytes: Buffer.from(cleanGuide.toString().replace('A lamp', 'A \0lamp')) },
		],
		expected: { code: 'file/encoding', file: guide, line: 15, column: 3 },
	},
	{
		name: '5 MB',
		files: [{ path: guide, bytes: Buffer.alloc(5_000_000, cleanGuide) }],
		expected: { code: 'file/size', file: guide, line: 1, column: 1 },
	},
	{
		name: 'a product of 5 MB',
		files: [{ path: 'content/products/kiln.yaml', bytes: Buffer.alloc(5_000_000, '# ') }],
		expected: { code: 'file/size', file: 'content/products/kiln.yaml', line: 1, column: 1 },
	},
	{
		name: 'nothing but a byte-order mark',
		files: [{ path: guide, bytes: Buffer.from('\uFEFF') }],
		expected: { code: 'file/empty', file: guide, line: 1, column: 1 },
	},
];

function readCases(code: RuleCode): Case[] {
	const folder = join(fixtures, 'rules', code.replace('/', '-'));
	const stored = existsSync(folder) ? readdirSync(folder).sort() : [];
	return [
		...stored.map((name) => ({
			name,
			files: readContentFiles(join(folder, name)),
			// Written by hand in this form, beside the overlay.
			expected: JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as Expected,
		})),
		...made.filter(({ expected }) => expected.code === code),
	];
}

function findingsOver(overlay: readonly ContentFile[]): Expected[] {
	const paths = new Set(overlay.map(({ path }) => path));
	const files = [...clean.filter(({ path }) => !paths.has(path)), ...overlay];
	const content = compileContent(files, 'test', () => undefined);
	return [...content.diagnostics, ...checkLabs(files, content)].map(
		({ code, file, line, column }) => ({ code, file, line, column }),
	);
}

test('the clean tree has no finding', () => {
	expect(findingsOver([])).toEqual([]);
});

test('the fixtures belong to rules that exist', () => {
	const known = Object.keys(ruleCodes).map((code) => code.replace('/', '-'));

	const unknown = readdirSync(join(fixtures, 'rules')).filter((folder) => !known.includes(folder));

	expect(unknown).toEqual([]);
});

// The keys of the table are the codes.
describe.each(Object.keys(ruleCodes) as RuleCode[])('%s', (code) => {
	const cases = readCases(code);

	test('has a fixture', () => {
		expect(cases.map(({ expected }) => expected.code)).toContain(code);
	});

	test.each(cases)('is the only finding, at its place: $name', ({ files, expected }) => {
		expect(findingsOver(files)).toEqual([{ ...expected, code }]);
	});
});

test('asks for the list of categories when there is none', () => {
	const files = clean.filter(({ path }) => path !== 'content/categories.yaml');

	const { diagnostics } = compileContent(files, 'test', () => undefined);

	expect(diagnostics).toEqual([
		{
			code: 'category/schema',
			file: 'content/categories.yaml',
			line: 1,
			column: 1,
			message: 'There is no content/categories.yaml.',
			fix: 'Add it: a list of slug, name and summary.',
		},
	]);
});

test.each([
	['a byte-order mark', (text: string) => `\uFEFF${text}`],
	['CRLF line ends', (text: string) => text.replaceAll('\n', '\r\n')],
	['CR line ends', (text: string) => text.replaceAll('\n', '\r')],
])('reads files with %s as if they had none', (_, change) => {
	const files = clean.map(({ path, bytes }) => ({
		path,
		bytes: Buffer.from(change(Buffer.from(bytes).toString())),
	}));

	const plain = compileContent(clean, 'test', () => undefined);
	const changed = compileContent(files, 'test', () => undefined);

	expect(changed.guides.map(({ guide }) => guide)).toEqual(plain.guides.map(({ guide }) => guide));
	expect(changed.products).toEqual(plain.products);
	expect(changed.diagnostics).toEqual([]);
});
