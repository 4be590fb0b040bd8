import { expect, test } from 'vitest';
import { codeKey } from '#lib/notation.ts';
import { generateGuides } from '../../bench/generator.ts';
import { formatGuide, readGuides, type GuideFile } from '../../bench/guide-file.ts';
import { toMarkdown } from '../../bench/hugo.ts';
import { median } from '../../bench/report.ts';

const models = readGuides(process.cwd());
const categories = ['networking', 'packages'];
const { guides, products } = generateGuides(models, categories, 200, 1);

/** What a guide is made of, as far as it can be counted. */
function describeGuides(all: readonly GuideFile[]): Readonly<Record<string, number>> {
	const texts = all.map(formatGuide);
	const medianOf = (count: (text: string) => number) => median(texts.map(count));
	const matches = (pattern: RegExp) => (text: string) => text.match(pattern)?.length ?? 0;
	return {
		characters: medianOf((text) => text.length),
		causes: medianOf(matches(/^<Cause /gm)),
		fixes: medianOf(matches(/^<Fix /gm)),
		codeBlocks: medianOf(matches(/^\s*```\w/gm)),
		sentences: medianOf(matches(/[.?!](?=\s)/g)),
		words: medianOf((text) => new Set(text.toLowerCase().match(/\w+/g)).size),
	};
}

test('generated guides are like the real ones', () => {
	const real = describeGuides(models);
	const generated = describeGuides(guides);
	const ratios = Object.entries(real).map(([name, value]) => [
		name,
		(generated[name] ?? 0) / value,
	]);

	expect(ratios.filter(([, ratio]) => Number(ratio) < 0.8 || Number(ratio) > 1.25)).toEqual([]);
});

test('their vocabulary grows with their number, as names of new products do', () => {
	const wordsOf = (all: readonly GuideFile[]) =>
		new Set(all.flatMap((guide) => formatGuide(guide).match(/[a-z]{5,}/g) ?? [])).size;

	expect(wordsOf(guides)).toBeGreaterThan(1.3 * wordsOf(guides.slice(0, 50)));
});

test('the same seed gives the same, another seed something else', () => {
	const again = generateGuides(models, categories, 200, 1);

	expect(again.guides).toEqual(guides);
	expect(again.products).toEqual(products);
	expect(generateGuides(models, categories, 200, 2).guides[0]).not.toEqual(guides[0]);
});

test('no code or address is there twice within a product', () => {
	const names = guides.flatMap(({ frontmatter: { product, code, aliases } }) =>
		[code, ...aliases].map((name) => `${product} ${codeKey(name)}`),
	);

	expect(guides).toHaveLength(200);
	expect(new Set(guides.map(({ id }) => id)).size).toBe(200);
	expect(new Set(names).size).toBe(names.length);
});

test('links and relations lead to guides that exist', () => {
	const ids = new Set(guides.map(({ id }) => id));
	const linked = guides.flatMap(({ body, frontmatter }) => [
		...[...body.matchAll(/\]\(\/errors\/([^)]+)\/\)/g)].map(([, id]) => id ?? ''),
		...frontmatter.related.map(({ guide }) => guide),
	]);

	expect(linked.length).toBeGreaterThan(600);
	expect(linked.filter((id) => !ids.has(id))).toEqual([]);
});

test('each product has a file, and a category that exists', () => {
	const named = new Set(guides.map(({ frontmatter }) => `${frontmatter.product}.yaml`));

	expect(new Set(products.keys())).toEqual(named);
	for (const text of products.values())
		expect(text).toMatch(/^category: (?:networking|packages)$/m);
});

test('fits its texts into what the schema allows', () => {
	const long = guides.flatMap(({ id, body, frontmatter: { name, answer, messages } }) => [
		...(name.length > 70 || answer.length > 400 ? [id] : []),
		...messages.filter((message) => message.length > 400),
		...(body.match(/(?<=<(?:Cause|Fix) [^>]*title=")[^"]{101,}/g) ?? []),
	]);

	expect(long).toEqual([]);
});

test('for Hugo, titles become headings, tags go, and code stays', () => {
	const markdown = toMarkdown(
		[
			'<Cause title="It is full" fixes="empty-it">',
			'',
			'Why <Note>but</Note> `<port>`.',
			'',
			'```sh',
			'<Check>',
			'```',
			'',
			'</Cause>',
		].join('\n'),
	);

	expect(markdown).toBe('## It is full\n\nWhy but `<port>`.\n\n```sh\n<Check>\n```\n\n');
});
