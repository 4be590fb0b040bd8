import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { brokenLinks } from '../links.ts';
import { isGuidePage, isReadingPage, readPages, siteFolder } from '../site.ts';

const pages = readPages();
const readingPages = pages.filter(isReadingPage);
const byPath = new Map(pages.map((page) => [page.path, page]));

test('the site has every page kind of the design', () => {
	const kinds = [
		'/',
		'/errors/',
		'/categories/',
		'/codes/',
		'/e/',
		'/search/',
		'/about/',
		'/accessibility/',
		'/contact/',
		'/privacy/',
		'/terms/',
		'/write/',
		'/proofs/',
		'/404.html',
	];
	expect(kinds.filter((path) => !byPath.has(path))).toEqual([]);
	expect(pages.some(isGuidePage)).toBe(true);
	expect(pages.some(({ path }) => /^\/errors\/[^/]+\/$/.test(path))).toBe(true);
	expect(pages.some(({ path }) => /^\/categories\/[^/]+\/$/.test(path))).toBe(true);
});

test('every internal link and every fragment leads somewhere', () => {
	expect(brokenLinks({ folder: siteFolder, pages, base: '/' })).toEqual([]);
});

test('no id stands twice on a page', () => {
	const doubled = pages.flatMap(({ path, elements }) => {
		const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? []);
		return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path}#${id}`);
	});
	expect(doubled).toEqual([]);
});

test('every page has one h1, a language and a description', () => {
	const faults = readingPages.flatMap(({ path, elements }) => {
		const count = elements.filter(({ name }) => name === 'h1').length;
		const language = elements.find(({ name }) => name === 'html')?.attributes['lang'];
		const described = elements.some(
			({ attributes }) => attributes['name'] === 'description' && attributes['content'],
		);
		return count === 1 && language === 'en' && described ? [] : [path];
	});
	expect(faults).toEqual([]);
});

test('headings never skip a level', () => {
	const faults = readingPages.flatMap(({ path, elements }) => {
		const levels = elements.flatMap(({ name }) => /^h([1-6])$/.exec(name)?.[1] ?? []).map(Number);
		return levels.some((level, index) => index > 0 && level > levels[index - 1]! + 1)
			? [`${path}: ${levels.join(' ')}`]
			: [];
	});
	expect(faults).toEqual([]);
});

test('titles are unique', () => {
	const titles = readingPages.map(
		({ elements }) => elements.find(({ name }) => name === 'title')?.text ?? '',
	);
	expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

test('each page has its own canonical address', () => {
	const faults = readingPages
		.filter(({ path }) => path !== '/404.html')
		.filter(({ path, elements }) => {
			const link = elements.find(({ attributes }) => attributes['rel'] === 'canonical');
			return link?.attributes['href'] !== `https://errorfixerhub.org${path}`;
		});
	expect(faults.map(({ path }) => path)).toEqual([]);
});

test('the order of the cascade layers stands before every other style', () => {
	const faults = readingPages.filter(({ html }) => {
		const first = /<style[^>]*>\s*([^<]{0,80})|<link[^>]+stylesheet/.exec(html)?.[1]?.trim();
		return !first?.startsWith('@layer reset, tokens, base, components, utilities;');
	});
	expect(faults.map(({ path }) => path)).toEqual([]);
});

/** What selects the rules of a style sheet that are in no layer. */
function outsideLayers(css: string): string[] {
	let depth = 0;
	let start = 0;
	const outside: string[] = [];
	for (let at = 0; at < css.length; at += 1) {
		if (css[at] === '{' && (depth += 1) === 1) {
			const selector = css.slice(start, at).split(';').at(-1)?.trim() ?? '';
			if (!selector.startsWith('@layer')) outside.push(selector);
		}
		if (css[at] === '}' && (depth -= 1) === 0) start = at + 1;
	}
	return outside;
}

test('every style rule is in a layer', () => {
	const sheets = new Set(
		readingPages.flatMap(({ html }) =>
			[...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css = '']) => css),
		),
	);
	expect(sheets.size).toBeGreaterThan(5);
	expect([...sheets].flatMap(outsideLayers)).toEqual([]);
});

test('nothing is loaded from another origin', () => {
	const faults = pages.flatMap(({ path, elements }) =>
		elements.flatMap(({ name, attributes }) => {
			const loaded =
				name === 'link' && attributes['rel'] !== 'canonical'
					? attributes['href']
					: name === 'a'
						? undefined
						: attributes['src'];
			return loaded !== undefined && /^(?:[a-z]+:)?\/\//.test(loaded) ? [`${path}: ${loaded}`] : [];
		}),
	);
	expect(faults).toEqual([]);
});

describe('valid HTML', () => {
	const validator = new HtmlValidate({
		root: true,
		extends: ['html-validate:standard', 'html-validate:a11y'],
		rules: {
			// The serializer of the site's own pages decides these; they are not matters of validity.
			'no-trailing-whitespace': 'off',
			'long-title': 'off',
			'no-implicit-button-type': 'error',
			// `<search>` and `popover` are newer than some of its element tables; the e2e tests run axe on the roles.
			'prefer-native-element': 'off',
		},
	});

	test.for(readingPages.filter((page) => !isGuidePage(page)).map(({ path }) => path))(
		'%s is valid',
		async (path) => {
			const { results } = await validator.validateString(byPath.get(path)?.html ?? '');
			expect(
				results.flatMap(({ messages }) =>
					messages.map(
						({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`,
					),
				),
			).toEqual([]);
		},
	);

	test('every guide is valid', async () => {
		const faults: string[] = [];
		for (const { path, html } of pages.filter(isGuidePage)) {
			const { results } = await validator.validateString(html);
			for (const { messages } of results)
				faults.push(
					...messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId}: ${message}`),
				);
		}
		expect(faults).toEqual([]);
	});

	test('every redirect is valid', async () => {
		const faults: string[] = [];
		for (const { path, html } of pages.filter((page) => !isReadingPage(page))) {
			const { results } = await validator.validateString(html);
			for (const { messages } of results)
				faults.push(
					...messages
						.filter(({ ruleId }) => ruleId !== 'meta-refresh')
						.map(({ ruleId, message }) => `${path} ${ruleId}: ${message}`),
				);
		}
		expect(faults).toEqual([]);
	});
});

test('the built site names no folder of the machine that built it', () => {
	const root = join(import.meta.dirname, '..', '..');
	// A transcript has a folder of its own, which may end like that of this project.
	const faults = pages.filter(({ html }) => html.replaceAll('/home/sam/work', '').includes(root));
	expect(faults.map(({ path }) => path)).toEqual([]);
	expect(readFileSync(join(siteFolder, 'pagefind', 'pagefind-entry.json'), 'utf8')).not.toContain(
		root,
	);
});
