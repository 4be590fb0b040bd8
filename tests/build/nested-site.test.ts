import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseHeaders } from '../../src/integrations/headers-file.ts';
import { brokenLinks } from '../links.ts';
import { nestedBase, nestedOrigin, nestedSiteFolder } from '../nested-site.ts';
import { isReadingPage, readPages, siteFolder } from '../site.ts';

const pages = readPages(nestedSiteFolder);

test('a site in a folder of another has the pages that it has at the root of an origin', () => {
	expect(pages.map(({ path }) => path)).toEqual(readPages(siteFolder).map(({ path }) => path));
});

test('every link, style, script, image and form of its pages leads to the folder, and somewhere', () => {
	expect(brokenLinks({ folder: nestedSiteFolder, pages, base: nestedBase })).toEqual([]);
});

test('a short address leads on into the folder', () => {
	const targets = pages
		.filter((page) => !isReadingPage(page))
		.map(({ html }) => /content="0; url=([^"]*)"/.exec(html)?.[1] ?? '');
	expect(targets.length).toBeGreaterThan(50);
	// A code in its own capitals may lead to a chooser.
	const within = new RegExp(`^${nestedBase}(?:errors|e)/`);
	expect(targets.filter((target) => !within.test(target))).toEqual([]);
});

test('each page has its own canonical address', () => {
	const faults = pages.filter(isReadingPage).filter(({ path, elements }) => {
		const link = elements.find(({ attributes }) => attributes['rel'] === 'canonical');
		return link?.attributes['href'] !== nestedOrigin + nestedBase + path.slice(1);
	});
	expect(faults.map(({ path }) => path)).toEqual(['/404.html']);
});

test('the search page and its scripts look for every file in the folder', () => {
	const search = pages.find(({ path }) => path === '/search/');
	expect(search?.html).toContain(`data-parts="${nestedBase}pagefind/"`);

	const folder = join(nestedSiteFolder, '_astro');
	const scripts = globSync('*.js', { cwd: folder }).map((file) =>
		readFileSync(join(folder, file), 'utf8'),
	);
	// Addresses of built files are written out; all others are made from the one setting.
	const addresses = scripts.flatMap((script) =>
		[...script.matchAll(/[`"'](\/[a-z_/]*_astro\/[^`"']+)[`"']/g)].map(([, path = '']) => path),
	);
	expect(addresses.length).toBeGreaterThan(1);
	expect(addresses.filter((path) => !path.startsWith(`${nestedBase}_astro/`))).toEqual([]);
});

test('the headers speak of the folder alone', () => {
	const rules = parseHeaders(readFileSync(join(nestedSiteFolder, '_headers'), 'utf8'));
	expect(rules.length).toBeGreaterThan(10);
	expect(rules.filter(({ path }) => !path.startsWith(nestedBase))).toEqual([]);
});
