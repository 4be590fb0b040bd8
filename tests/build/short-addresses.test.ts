import { expect, test } from 'vitest';
import { codeIndex } from '#lib/code-index.ts';
import { codePath, guidePath } from '#lib/url.ts';
import { compileContent } from '#content/content.ts';
import { readContentFiles } from '#content/content-files.ts';
import { join } from 'node:path';
import { isReadingPage, readPages } from '../site.ts';

const { guides } = compileContent(
	readContentFiles(join(import.meta.dirname, '..', '..')),
	'',
	() => undefined,
);
const pages = new Map(readPages().map((page) => [page.path, page]));

test('every code, alias and notation has a short address that leads to its guide or to a chooser', () => {
	const faults = codeIndex(guides.map(({ guide }) => guide)).filter(({ slug, guides: ids }) => {
		const page = pages.get(`/e/${slug}/`);
		const links = page?.elements.flatMap(({ attributes }) => attributes['href'] ?? []) ?? [];
		return (
			!page ||
			ids.some((id) => !links.includes(guidePath(id))) ||
			isReadingPage(page) !== ids.length > 1
		);
	});
	expect(faults.map(({ slug }) => slug)).toEqual([]);
});

test('a code typed with its own capitals is found too', () => {
	expect(pages.has('/e/ERR_MODULE_NOT_FOUND/')).toBe(true);
	expect(pages.has(codePath('ERR_MODULE_NOT_FOUND'))).toBe(true);
});

test('the decimal notations of an HRESULT lead to the same place as its code', () => {
	for (const notation of ['0x80070005', '80070005', '-2147024891', '2147942405']) {
		expect(pages.get(`/e/${notation}/`)?.html).toContain('/errors/windows-update/0x80070005/');
	}
});
