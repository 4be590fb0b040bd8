import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { isGuidePage, readPages, siteFolder, type Page } from '../site.ts';

const guides = readPages().filter(isGuidePage);

function brotliBytes(path: string): number {
	return brotliCompressSync(readFileSync(join(siteFolder, path))).length;
}

/** The scripts of a page with everything that they import. */
function scriptsOf({ elements }: Page): string[] {
	const found = new Set(
		elements.flatMap(({ name, attributes }) =>
			name === 'script' ? (attributes['src'] ?? []) : [],
		),
	);
	for (const path of found) {
		const source = readFileSync(join(siteFolder, path), 'utf8');
		for (const [, name] of source.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
			found.add(`/_astro/${name}`);
	}
	return [...found];
}

/** What a browser fetches for a page by itself: the document, its scripts and the icon. */
function filesOf(page: Page): string[] {
	const links = page.elements.flatMap(({ name, attributes }) =>
		name === 'link' &&
		['icon', 'stylesheet', 'modulepreload', 'preload'].includes(attributes['rel'] ?? '')
			? (attributes['href'] ?? [])
			: [],
	);
	return [`${page.path}index.html`, ...scriptsOf(page), ...links];
}

test('a guide transfers at most 14 kB on a cold load', () => {
	const heavy = guides.map((page) => ({
		path: page.path,
		bytes: filesOf(page)
			.map(brotliBytes)
			.reduce((a, b) => a + b, 0),
	}));
	expect(heavy.filter(({ bytes }) => bytes > 14_000)).toEqual([]);
});

test('a guide needs at most 3 requests', () => {
	expect(guides.filter((page) => filesOf(page).length > 3).map(({ path }) => path)).toEqual([]);
});

test('a guide has at most 3 kB of JavaScript', () => {
	expect(
		guides
			.filter(
				(page) =>
					scriptsOf(page)
						.map(brotliBytes)
						.reduce((a, b) => a + b, 0) > 3000,
			)
			.map(({ path }) => path),
	).toEqual([]);
});

test('nothing but the document blocks the first rendering of a guide', () => {
	const blocking = guides.flatMap(({ path, elements }) =>
		elements
			.filter(
				({ name, attributes }) =>
					(name === 'link' && attributes['rel'] === 'stylesheet') ||
					(name === 'script' && attributes['type'] !== 'module'),
			)
			.map(() => path),
	);
	expect(blocking).toEqual([]);
});
