import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContentFiles } from '#content/content-files.ts';
import { compileContent } from '#content/content.ts';
import { astroBuild, copyProject, ownEnvironment, removeProject } from '../project.ts';
import { isReadingPage, readPages } from '../site.ts';

let project: string;

function buildWith(environment: NodeJS.ProcessEnv, ...args: string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [...astroBuild, ...args], {
		cwd: project,
		env: { ...ownEnvironment(), ...environment },
		encoding: 'utf8',
	});
	return { status, stdout, stderr };
}

function build(...args: string[]) {
	return buildWith({}, ...args);
}

/** Every file of a built site with the digest of its content. */
function digest(folder: string): Record<string, string> {
	return Object.fromEntries(
		globSync('**/*', { cwd: folder, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name))
			.sort()
			.map((path) => [
				path.slice(folder.length),
				createHash('sha256').update(readFileSync(path)).digest('hex'),
			]),
	);
}

beforeAll(() => {
	project = copyProject();
});

afterAll(() => removeProject(project));

describe('astro build', () => {
	const guide = 'content/guides/nodejs/eaddrinuse.mdx';

	test('gives the same bytes twice, once from nothing and once more from nothing', () => {
		expect(build().status).toBe(0);
		const first = digest(join(project, 'dist'));
		rmSync(join(project, '.cache'), { recursive: true });
		expect(build().status).toBe(0);
		expect(digest(join(project, 'dist'))).toEqual(first);
	});

	test('gives the same bytes when it builds on the cache of an earlier run', () => {
		const first = digest(join(project, 'dist'));
		expect(build().status).toBe(0);
		expect(digest(join(project, 'dist'))).toEqual(first);
	});

	test('gives the same bytes whatever NODE_ENV is in the shell', () => {
		const first = digest(join(project, 'dist'));
		expect(buildWith({ NODE_ENV: 'test' }).status).toBe(0);
		expect(digest(join(project, 'dist'))).toEqual(first);
	});

	test('stops at a broken guide with one finding at its line, and leaves the built site alone', () => {
		const before = digest(join(project, 'dist'));
		const path = join(project, guide);
		const text = readFileSync(path, 'utf8');
		const broken = text.replace('<Verify>', '<Verfy>').replace('</Verify>', '</Verfy>');
		writeFileSync(path, broken);
		const line = broken.slice(0, broken.indexOf('<Verfy>')).split('\n').length;

		const { status, stderr } = build();

		writeFileSync(path, text);
		expect(status).toBe(1);
		expect(stderr).toContain(`${guide}:${line}:1  mdx/unknown-component`);
		expect(stderr).toContain('Did you mean <Verify>?');
		expect(stderr).not.toMatch(/^\s+at /m);
		expect(digest(join(project, 'dist'))).toEqual(before);
	});

	const edits: readonly (readonly [what: string, edit: (text: string) => string])[] = [
		['its name', (text) => text.replace(/^name: .*$/m, 'name: A name of our own')],
		['its prose', (text) => text.replace('<Verify>\n', '<Verify>\n\nThe fan has stopped.\n')],
		['its code', (text) => text.replace(/^code: .*$/m, 'code: EADDRTAKEN')],
	];
	test.each(edits)('after an edit of %s gives the bytes of a clean build', (_, edit) => {
		expect(build().status).toBe(0);
		const before = digest(join(project, 'dist'));
		const path = join(project, guide);
		const text = readFileSync(path, 'utf8');
		writeFileSync(path, edit(text));
		const { status, stderr } = build();
		const warm = digest(join(project, 'dist'));
		rmSync(join(project, '.cache'), { recursive: true });
		build();
		writeFileSync(path, text);
		expect(stderr).toBe('');
		expect(status).toBe(0);
		expect(warm).not.toEqual(before);
		expect(warm).toEqual(digest(join(project, 'dist')));
	});

	test('makes anew what was removed from the built site', () => {
		build();
		const before = digest(join(project, 'dist'));
		for (const folder of ['dist/e', 'dist/pagefind', 'dist/api', 'dist/errors/nodejs'])
			rmSync(join(project, folder), { recursive: true });
		const { status, stderr } = build();
		expect(stderr).toBe('');
		expect(status).toBe(0);
		expect(digest(join(project, 'dist'))).toEqual(before);
	});

	test('renders all pages anew when what renders them changed', () => {
		const before = digest(join(project, 'dist'));
		const layout = join(project, 'src/layouts/GuideLayout.astro');
		const source = readFileSync(layout, 'utf8');
		writeFileSync(layout, source.replace('>Quick answer<', '>In short<'));
		expect(build().status).toBe(0);
		const pages = globSync('dist/errors/*/*/index.html', { cwd: project });
		const texts = pages.map((page) => readFileSync(join(project, page), 'utf8'));
		writeFileSync(layout, source);
		expect(texts.length).toBeGreaterThan(50);
		expect(texts.filter((text) => !text.includes('>In short<'))).toEqual([]);
		expect(build().status).toBe(0);
		expect(digest(join(project, 'dist'))).toEqual(before);
	});

	test('takes a page away with its guide', () => {
		build();
		const { guides } = compileContent(readContentFiles(project), '', () => undefined);
		const linked = new Set(
			guides.flatMap(({ guide: { related } }) => related.map(({ guide: id }) => id)),
		);
		const id = guides.map(({ guide: other }) => other.id).find((other) => !linked.has(other));
		const path = join(project, `content/guides/${id}.mdx`);
		const text = readFileSync(path, 'utf8');
		rmSync(path);
		const { status, stderr } = build();
		const gone = !existsSync(join(project, `dist/errors/${id}`));
		writeFileSync(path, text);
		expect(stderr).toBe('');
		expect(status).toBe(0);
		expect(gone).toBe(true);
	});

	test('leaves nothing beside the site, whether it succeeds or fails', () => {
		writeFileSync(join(project, 'content/categories.yaml.broken'), '');
		expect(build().status).toBe(1);
		rmSync(join(project, 'content/categories.yaml.broken'));
		expect(build().status).toBe(0);
		expect(globSync('{.dist*,dist/.*}', { cwd: project })).toEqual([]);
	});

	test.each(['findings', 'fullText', 'finderIndex', 'shortAddresses', 'headers', 'finishedSite'])(
		'works without the integration %s',
		(name) => {
			const config = join(project, 'astro.config.mjs');
			const text = readFileSync(config, 'utf8');
			const without = text.replace(new RegExp(`^\\t+${name}\\(.*\\),\\n`, 'm'), '');
			expect(without).not.toBe(text);
			writeFileSync(config, without);
			const { status, stderr } = build();
			writeFileSync(config, text);
			expect(stderr).toBe('');
			expect(status).toBe(0);
			expect(existsSync(join(project, 'dist/errors/nodejs/eaddrinuse/index.html'))).toBe(true);
		},
	);

	test('a site map of the stock integration lists every page, on the first build and after an edit', () => {
		const config = join(project, 'astro.config.mjs');
		const text = readFileSync(config, 'utf8');
		writeFileSync(
			config,
			`import sitemap from '@astrojs/sitemap';\n${text.replace('mdx(),', 'mdx(), sitemap(),')}`,
		);
		const listed = () =>
			readFileSync(join(project, 'dist/sitemap-0.xml'), 'utf8').match(/<loc>/g)?.length;
		expect(build().status).toBe(0);
		const first = listed();
		const path = join(project, guide);
		const original = readFileSync(path, 'utf8');
		writeFileSync(path, original.replace(/^name: .*$/m, 'name: A name of our own'));
		expect(build().status).toBe(0);
		writeFileSync(path, original);
		writeFileSync(config, text);
		// Without redirects, which are no pages of Astro's, and the page for unknown addresses.
		const pages = readPages(join(project, 'dist')).filter(isReadingPage);
		expect(first).toBe(pages.length - 1);
		expect(listed()).toBe(first);
	});
});
