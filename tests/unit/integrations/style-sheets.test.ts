import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StyleSheets } from '../../../src/integrations/style-sheets.ts';

let site: string;

beforeEach(() => {
	site = mkdtempSync(join(tmpdir(), 'style-sheets-'));
	mkdirSync(join(site, '_astro'));
	writeFileSync(join(site, '_astro/a.css'), 'b{content:"✓"}\n');
	writeFileSync(join(site, '_astro/b.css'), 'i{}');
});

afterEach(() => rmSync(site, { recursive: true }));

const link = (name: string) => `<link rel="stylesheet" href="/_astro/${name}.css">`;
const inline = (sheets: StyleSheets, page: string) => sheets.inline(Buffer.from(page)).toString();

test('puts the sheets of a page in place of its links, as one element and in their order', () => {
	const sheets = new StyleSheets(site);
	expect(inline(sheets, `<style>x</style>${link('a')}${link('b')}<p>✓`)).toBe(
		'<style>x</style><style>b{content:"✓"}i{}</style><p>✓',
	);
	expect(inline(sheets, `${link('b')}<p>`)).toBe('<style>i{}</style><p>');
	expect(inline(sheets, '<p>')).toBe('<p>');
});

test('removes the files, of which no page needs any', () => {
	writeFileSync(join(site, '_astro/c.js'), '');
	new StyleSheets(site).removeFiles();
	expect(existsSync(join(site, '_astro/a.css'))).toBe(false);
	expect(existsSync(join(site, '_astro/c.js'))).toBe(true);
});

test('a sheet that is not there stops the build', () => {
	expect(() => inline(new StyleSheets(site), link('none'))).toThrow('none.css');
});
