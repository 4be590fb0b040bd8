import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rendererDigest, SitePages, sitePages } from '../../../src/site/site-pages.ts';

let root: string;
const at = (path: string) => join(root, path);

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'site-pages-'));
});

afterEach(() => rmSync(root, { recursive: true }));

describe('a page that the last build may have made', () => {
	beforeEach(() => {
		mkdirSync(at('errors/kiln/k1'), { recursive: true });
		writeFileSync(at('errors/kiln/k1/index.html'), 'K1');
	});

	test('is kept when it shows the same and is still there', () => {
		const pages = new SitePages();
		pages.offer(root, { 'errors/kiln/k1': 'same', 'errors/kiln/gone': 'same' });
		expect(pages.keeps('errors/kiln/k1', 'same')).toBe(true);
		expect(pages.keeps('errors/kiln/gone', 'same')).toBe(false);
		expect(pages.keeps('errors/kiln/new', 'same')).toBe(false);
		expect(pages.kept).toEqual(['errors/kiln/k1']);
	});

	test('is not kept when it shows something else, and is known for the next build', () => {
		const pages = new SitePages();
		pages.offer(root, { 'errors/kiln/k1': 'then', 'errors/kiln/old': 'then' });
		expect(pages.keeps('errors/kiln/k1', 'now')).toBe(false);
		expect(pages.kept).toEqual([]);
		expect(pages.keys).toEqual({ 'errors/kiln/k1': 'now' });
	});

	test('is not kept when the build before is not known', () => {
		const pages = new SitePages();
		expect(pages.keeps('errors/kiln/k1', 'same')).toBe(false);
	});
});

test('the build and the pages of one process have the same pages', () => {
	expect(sitePages()).toBe(sitePages());
});

test('what renders pages is all of the source with its names, and the versions of packages', () => {
	mkdirSync(at('src/layouts'), { recursive: true });
	writeFileSync(at('src/layouts/Base.astro'), '<p>');
	writeFileSync(at('package.json'), '{}');
	const digests = [rendererDigest(root)];
	expect(rendererDigest(root)).toBe(digests[0]);
	writeFileSync(at('src/layouts/Base.astro'), '<b>');
	digests.push(rendererDigest(root));
	renameSync(at('src/layouts/Base.astro'), at('src/layouts/Other.astro'));
	digests.push(rendererDigest(root));
	writeFileSync(at('package-lock.json'), '{}');
	digests.push(rendererDigest(root));
	writeFileSync(at('README.md'), 'x');
	expect(new Set(digests).size).toBe(4);
	expect(rendererDigest(root)).toBe(digests[3]);
});
