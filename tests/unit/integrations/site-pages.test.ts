import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AstroPrerenderer, PathWithRoute, RouteData } from 'astro';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { styleSources } from '../../../src/integrations/inline-styles.ts';
import { rendererDigest, SitePages } from '../../../src/integrations/site-pages.ts';

let root: string;
const at = (path: string) => join(root, path);

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'site-pages-'));
});

afterEach(() => rmSync(root, { recursive: true }));

/** As Astro's own: the pages that a route offers, of which each is its path and a style. */
function renderer(paths: readonly (readonly [pathname: string, cacheKey?: string])[]) {
	return {
		name: 'test',
		getStaticPaths: async () =>
			paths.map(([pathname, cacheKey]) => ({ pathname, cacheKey })) as PathWithRoute[],
		render: async (request: Request) => {
			const { pathname } = new URL(request.url);
			const status = pathname.startsWith('/404') ? 404 : 200;
			return new Response(`<style>a{}</style>${pathname}`, {
				status,
				headers: { 'content-type': 'text/html' },
			});
		},
	} satisfies AstroPrerenderer;
}

const options = { routeData: {} as RouteData };
const request = (pathname: string) => new Request(`http://localhost${pathname}`);

describe('a page that the last build may have made', () => {
	beforeEach(() => {
		mkdirSync(at('old/errors/kiln/k1'), { recursive: true });
		writeFileSync(at('old/errors/kiln/k1/index.html'), '<style>b{}</style>K1');
	});

	test('is kept when it shows the same and is still there', async () => {
		const pages = new SitePages(at('new'));
		pages.offer(at('old'), { 'errors/kiln/k1': 'same', 'errors/kiln/gone': 'same' });
		const { getStaticPaths } = pages.prerenderer(
			renderer([
				['/errors/kiln/k1', 'same'],
				['/errors/kiln/gone', 'same'],
				['/errors/kiln/new', 'same'],
				['/errors'],
			]),
		);
		const rendered = await getStaticPaths();
		expect(rendered.map(({ pathname }) => pathname)).toEqual([
			'/errors/kiln/gone',
			'/errors/kiln/new',
			'/errors',
		]);
		expect(pages.kept).toEqual(['errors/kiln/k1']);
		expect(pages.styles.of('errors')).toEqual(styleSources(Buffer.from('<style>b{}</style>')));
		expect(pages.count).toBe(1);
	});

	test('is not kept when it shows something else, and is known for the next build', async () => {
		const pages = new SitePages(at('new'));
		pages.offer(at('old'), { 'errors/kiln/k1': 'then', 'errors/kiln/old': 'then' });
		const { getStaticPaths } = pages.prerenderer(renderer([['/errors/kiln/k1/', 'now']]));
		expect(await getStaticPaths()).toHaveLength(1);
		expect(pages.kept).toEqual([]);
		expect(pages.keys).toEqual({ 'errors/kiln/k1': 'now' });
	});

	test('is not kept when the build before is not known', async () => {
		const pages = new SitePages(at('new'));
		const { getStaticPaths } = pages.prerenderer(renderer([['/errors/kiln/k1', 'same']]));
		expect(await getStaticPaths()).toHaveLength(1);
	});
});

test('writes a page with its styles, and leaves the page for unknown addresses to Astro', async () => {
	const pages = new SitePages(at('new'));
	const { render } = pages.prerenderer(renderer([]));
	for (const pathname of ['/', '/errors/kiln/k1/']) {
		const answer = await render(request(pathname), options);
		expect(answer instanceof Response && answer.body).toBeNull();
	}
	const styles = styleSources(Buffer.from('<style>a{}</style>'));
	expect(readFileSync(at('new/index.html'), 'utf8')).toBe('<style>a{}</style>/');
	expect(readFileSync(at('new/errors/kiln/k1/index.html'), 'utf8')).toContain('/errors/kiln/k1/');
	expect(pages.styles.of('index.html')).toEqual(styles);
	expect(pages.styles.of('errors')).toEqual(styles);

	const unknown = await render(request('/404/'), options);
	expect(unknown instanceof Response && (await unknown.text())).toContain('/404/');
	expect(existsSync(at('new/404'))).toBe(false);
	expect(pages.count).toBe(3);
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
