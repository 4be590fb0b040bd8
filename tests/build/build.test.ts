import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContentFiles } from '#content/content-files.ts';
import { compileContent } from '#content/content.ts';
import { copyProject, removeProject } from '../project.ts';
import { isReadingPage, readPages } from '../site.ts';
import { build, buildEdited, digestSite } from './project-site.ts';

let project: string;

beforeAll(() => {
	project = copyProject();
});

afterAll(() => removeProject(project));

describe('astro build', () => {
	const guide = 'content/guides/nodejs/eaddrinuse.mdx';

	test('gives the same bytes twice, once from nothing and once more from nothing', () => {
		expect(build(project).status).toBe(0);
		const first = digestSite(project);
		rmSync(join(project, '.cache'), { recursive: true });
		expect(build(project).status).toBe(0);
		expect(digestSite(project)).toEqual(first);
	});

	test('gives the same bytes when it builds on the cache of an earlier run', () => {
		const first = digestSite(project);
		expect(build(project).status).toBe(0);
		expect(digestSite(project)).toEqual(first);
	});

	test('gives the same bytes whatever NODE_ENV is in the shell', () => {
		const first = digestSite(project);
		expect(build(project, { NODE_ENV: 'test' }).status).toBe(0);
		expect(digestSite(project)).toEqual(first);
	});

	test('stops at a broken guide with one finding at its line, and leaves the built site alone', () => {
		const before = digestSite(project);
		const path = join(project, guide);
		const text = readFileSync(path, 'utf8');
		const broken = text.replace('<Verify>', '<Verfy>').replace('</Verify>', '</Verfy>');
		writeFileSync(path, broken);
		const line = broken.slice(0, broken.indexOf('<Verfy>')).split('\n').length;

		const { status, stderr } = build(project);

		writeFileSync(path, text);
		expect(status).toBe(1);
		expect(stderr).toContain(`${guide}:${line}:1  mdx/unknown-component`);
		expect(stderr).toContain('Did you mean <Verify>?');
		expect(stderr).not.toMatch(/^\s+at /m);
		expect(digestSite(project)).toEqual(before);
	});

	test('after an edit of its prose gives the bytes of a clean build', () => {
		const { status, stderr, before, warm, clean } = buildEdited(project, guide, (text) =>
			text.replace('<Verify>\n', '<Verify>\n\nThe fan has stopped.\n'),
		);
		expect(stderr).toBe('');
		expect(status).toBe(0);
		expect(warm).not.toEqual(before);
		expect(warm).toEqual(clean);
	});

	test('makes anew what was removed from the built site', () => {
		build(project);
		const before = digestSite(project);
		for (const folder of ['dist/e', 'dist/pagefind', 'dist/api', 'dist/errors/nodejs'])
			rmSync(join(project, folder), { recursive: true });
		const { status, stderr } = build(project);
		expect(stderr).toBe('');
		expect(status).toBe(0);
		expect(digestSite(project)).toEqual(before);
	});

	test('renders all pages anew when what renders them changed', () => {
		const before = digestSite(project);
		const layout = join(project, 'src/layouts/GuideLayout.astro');
		const source = readFileSync(layout, 'utf8');
		writeFileSync(layout, source.replace('>Quick answer<', '>In short<'));
		expect(build(project).status).toBe(0);
		const pages = globSync('dist/errors/*/*/index.html', { cwd: project });
		const texts = pages.map((page) => readFileSync(join(project, page), 'utf8'));
		writeFileSync(layout, source);
		expect(texts.length).toBeGreaterThan(50);
		expect(texts.filter((text) => !text.includes('>In short<'))).toEqual([]);
		expect(build(project).status).toBe(0);
		expect(digestSite(project)).toEqual(before);
	});

	test('takes a page away with its guide', () => {
		build(project);
		const { guides } = compileContent(readContentFiles(project), '', () => undefined);
		const linked = new Set(
			guides.flatMap(({ guide: { related } }) => related.map(({ guide: id }) => id)),
		);
		const id = guides.map(({ guide: other }) => other.id).find((other) => !linked.has(other));
		const path = join(project, `content/guides/${id}.mdx`);
		const text = readFileSync(path, 'utf8');
		rmSync(path);
		const { status, stderr } = build(project);
		const gone = !existsSync(join(project, `dist/errors/${id}`));
		writeFileSync(path, text);
		expect(stderr).toBe('');
		expect(status).toBe(0);
		expect(gone).toBe(true);
	});

	test('leaves nothing beside the site, whether it succeeds or fails', () => {
		writeFileSync(join(project, 'content/categories.yaml.broken'), '');
		expect(build(project).status).toBe(1);
		rmSync(join(project, 'content/categories.yaml.broken'));
		expect(build(project).status).toBe(0);
		expect(globSync('{.dist*,dist/.*}', { cwd: project })).toEqual([]);
	});

	test('a site map of the stock integration lists every page, on the first build and after an edit', () => {
		const config = join(project, 'astro.config.mjs');
		const text = readFileSync(config, 'utf8');
		writeFileSync(
			config,
			`import sitemap from '@astrojs/sitemap';\n${text.replace('mdx(),', 'mdx(), sitemap(),')}`,
		);
		const listed = () =>
			readFileSync(join(project, 'dist/sitemap-0.xml'), 'utf8').match(/<loc>/g)?.length;
		expect(build(project).status).toBe(0);
		const first = listed();
		const path = join(project, guide);
		const original = readFileSync(path, 'utf8');
		writeFileSync(path, original.replace(/^name: .*$/m, 'name: A name of our own'));
		expect(build(project).status).toBe(0);
		writeFileSync(path, original);
		writeFileSync(config, text);
		// Without redirects, which are no pages of Astro's, and the page for unknown addresses.
		const pages = readPages(join(project, 'dist')).filter(isReadingPage);
		expect(first).toBe(pages.length - 1);
		expect(listed()).toBe(first);
	});
});
