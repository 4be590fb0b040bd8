import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContentFiles } from '#content/content-files.ts';
import { compileContent, type GuideCache } from '#content/content.ts';
import type { ContentFile } from '#content/content-file.ts';
import { bytesOf, cleanGuide, edit } from './clean-guide.ts';

const nothingCached: GuideCache = () => undefined;

const textFile = (path: string, text: string): ContentFile => ({ path, bytes: bytesOf(text) });

const categories = textFile(
	'content/categories.yaml',
	'- slug: ovens\n  name: Ovens\n  summary: Codes that the ovens of the test workshop print.\n',
);
const product = textFile(
	'content/products/kiln.yaml',
	'name: Kiln\ncategory: ovens\nsummary: An invented kiln for the tests. Its codes start with the letter K.\nhomepage: https://kiln.example/errors\n',
);
const guide = (slug: string, change: (text: string) => string = (text) => text) =>
	textFile(
		`content/guides/kiln/${slug}.mdx`,
		change(cleanGuide.replaceAll('K_1', slug.toUpperCase().replace('-', '_'))),
	);

const placesIn = (files: readonly ContentFile[]) =>
	compileContent(files, '1', nothingCached).diagnostics.map(
		({ file, line, column, code }) => `${file}:${line}:${column} ${code}`,
	);

test('compiles a small tree', () => {
	const content = compileContent(
		[product, guide('k-2'), categories, guide('k-1')],
		'1',
		nothingCached,
	);

	expect({
		...content,
		guides: content.guides.map((entry) => entry.guide.id),
	}).toEqual({
		categories: [
			{ slug: 'ovens', name: 'Ovens', summary: 'Codes that the ovens of the test workshop print.' },
		],
		products: [
			{
				slug: 'kiln',
				name: 'Kiln',
				category: 'ovens',
				summary: 'An invented kiln for the tests. Its codes start with the letter K.',
				homepage: 'https://kiln.example/errors',
				marks: [],
				also: [],
				unsupported: {},
			},
		],
		guides: ['kiln/k-1', 'kiln/k-2'],
		broken: [],
		diagnostics: [],
		parsed: 2,
	});
});

test('reports all findings of all files in one run, sorted by file, line and column', () => {
	const files = [
		guide('k-2', (text) =>
			edit(text, 'A lamp tells.', '[A](/errors/kiln/k-9/) [B](/errors/kiln/k-8/)'),
		),
		guide('k-1', (text) =>
			edit(edit(edit(text, 'by="user"', 'by="usr"'), 'A lamp', '# A lamp'), 'K_1\n', '""\n'),
		),
		textFile('content/products/press.yaml', 'name: Press\n'),
		textFile('content/readme.txt', 'x'),
		textFile('content/guides/kiln/k-3.mdx', ''),
		product,
		categories,
	];

	expect(placesIn(files)).toEqual([
		'content/guides/kiln/k-1.mdx:2:7 guide/frontmatter',
		'content/guides/kiln/k-1.mdx:17:1 mdx/unsupported-syntax',
		'content/guides/kiln/k-1.mdx:21:64 mdx/attributes',
		'content/guides/kiln/k-2.mdx:17:1 link/missing-page',
		'content/guides/kiln/k-2.mdx:17:24 link/missing-page',
		'content/guides/kiln/k-3.mdx:1:1 file/empty',
		'content/products/press.yaml:1:1 product/schema',
		'content/products/press.yaml:1:1 product/schema',
		'content/products/press.yaml:1:1 product/schema',
		'content/readme.txt:1:1 file/stray',
	]);
});

test('compares a guide with others although it has a finding of its own', () => {
	const files = [
		guide('k-1', (text) =>
			edit(
				edit(text, 'by="user"', 'by="usr"'),
				'sources:',
				'related:\n  - { guide: kiln/k-9, as: cause }\nsources:',
			),
		),
		guide('k-2', (text) => edit(text, 'K_2', 'K_1')),
		product,
		categories,
	];

	expect(placesIn(files)).toEqual([
		'content/guides/kiln/k-1.mdx:10:14 related/unknown-guide',
		'content/guides/kiln/k-1.mdx:23:64 mdx/attributes',
		'content/guides/kiln/k-2.mdx:2:7 guide/duplicate-code',
	]);
});

test('takes a link or a relation to a guide with findings for one that leads somewhere', () => {
	const files = [
		guide('k-1', (text) => edit(text, 'A lamp', '[A lamp](/errors/kiln/k-2/#any)')),
		guide('k-2', (text) => edit(text, 'by="user"', 'by="usr"')),
		product,
		categories,
	];

	expect(placesIn(files)).toEqual(['content/guides/kiln/k-2.mdx:21:64 mdx/attributes']);
});

test('takes a link to any part of a guide page, and only that', () => {
	const anchors = ['the-door-is-open', 'close-the-door', 'close-the-door-1', 'sources', 'messages'];
	const links = [...anchors, 'close-the-door-2'].map((name) => `[x](/errors/kiln/k-2/#${name})`);
	const files = [
		guide('k-1', (text) => edit(text, 'A lamp tells.', links.join('\n'))),
		guide('k-2'),
		product,
		categories,
	];

	expect(placesIn(files)).toEqual(['content/guides/kiln/k-1.mdx:22:1 link/missing-page']);
});

test('takes a code that two products print for no mistake', () => {
	const press = textFile(
		'content/products/press.yaml',
		Buffer.from(product.bytes).toString().replace('Kiln', 'Press'),
	);
	const other = textFile(
		'content/guides/press/k-1.mdx',
		edit(cleanGuide, 'product: kiln', 'product: press'),
	);

	expect(placesIn([guide('k-1'), other, product, press, categories])).toEqual([]);
});

test('passes what lies in the folders of other tools', () => {
	const foreign = ['pages/about.mdx', 'labs/kiln/k-1.sh', 'proofs/kiln/k-1.json'];

	expect(
		placesIn([product, categories, ...foreign.map((path) => textFile(`content/${path}`, 'x'))]),
	).toEqual([]);
});

test('gives the same result for the same files in any order', () => {
	const files = [
		guide('k-1'),
		guide('k-2', (text) => edit(text, 'A lamp', '# A lamp')),
		product,
		categories,
	];

	const results = [files, [...files].reverse(), files].map((order) =>
		JSON.stringify(compileContent(order, '1', nothingCached)),
	);

	expect(new Set(results).size).toBe(1);
});

test('takes a guide from the cache when its digest is the same, and parses it when it is not', () => {
	const files = [guide('k-1'), guide('k-2'), product, categories];
	const first = compileContent(files, '1', nothingCached);
	const cache: GuideCache = (digest) =>
		first.guides.find((entry) => entry.digest === digest)?.guide;
	const changed = files.map((entry) =>
		entry === files[1] ? guide('k-2', (text) => edit(text, 'A lamp', 'The lamp')) : entry,
	);

	const parsed = [
		compileContent(files, '1', cache),
		compileContent(changed, '1', cache),
		compileContent(files, '2', cache),
	].map((content) => content.parsed);

	expect(parsed).toEqual([0, 1, 2]);
});

test('finds the same across files whether guides come from the cache or not', () => {
	const files = [
		guide('k-1', (text) => edit(text, 'A lamp', '[A lamp](/errors/kiln/k-2/)')),
		guide('k-2'),
		product,
		categories,
	];
	const first = compileContent(files, '1', nothingCached);
	const cache: GuideCache = (digest) =>
		first.guides.find((entry) => entry.digest === digest)?.guide;
	const without = files.filter(({ path }) => !path.endsWith('k-2.mdx'));

	const cached = compileContent(without, '1', cache);

	expect(cached.parsed).toBe(0);
	expect(cached.diagnostics).toEqual(compileContent(without, '1', nothingCached).diagnostics);
	expect(cached.diagnostics.map(({ code }) => code)).toEqual(['link/missing-page']);
});

test('reads every file below content/, except what editors and systems leave behind', () => {
	const root = mkdtempSync(join(tmpdir(), 'content-'));
	mkdirSync(join(root, 'content/guides/kiln'), { recursive: true });
	for (const name of ['k-1.mdx', 'k-1.mdx~', '.DS_Store', '.k-1.mdx.swp', 'notes.txt']) {
		writeFileSync(join(root, 'content/guides/kiln', name), 'x');
	}

	const paths = readContentFiles(root).map(({ path }) => path);
	rmSync(root, { recursive: true });

	expect(paths.sort()).toEqual(['content/guides/kiln/k-1.mdx', 'content/guides/kiln/notes.txt']);
});
