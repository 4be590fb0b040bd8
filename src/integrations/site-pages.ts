import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { digestSource } from '#content/source-digest.ts';
import { basePath } from '#lib/url.ts';
import type { LastSite } from '#schema/last-site.ts';
import { InlineStyles } from './inline-styles.ts';
import { StyleSheets } from './style-sheets.ts';

/*
 * Most pages of a build are the pages of the build before. Those are not rendered again, but move from the old site to
 * the new one. Astro has an incremental build too; it keeps a copy of each page and copies that back, which for a
 * thousand pages takes longer than all else that one edit causes.
 */

/** Pages by their path in the site, such as `errors/nodejs/eaddrinuse`, each with a key of all that it shows. */
type PageKeys = Readonly<LastSite['pages']>;

/** The pages of a site that is being built in a folder. */
export class SitePages {
	readonly #folder: string;
	readonly #keys: Record<string, string> = {};
	readonly #kept: string[] = [];
	readonly #sheets: StyleSheets;
	readonly #sampled = new Set<string>();
	#rendered = 0;
	#site = '';
	#last: PageKeys = {};
	/** The inline styles of the pages. */
	readonly styles = new InlineStyles();

	constructor(folder: string) {
		this.#folder = folder;
		this.#sheets = new StyleSheets(folder);
	}

	/** `last` are the pages of the site that the build before left in this folder, as the same source renders them. */
	offer(site: string, last: PageKeys): void {
		this.#site = site;
		this.#last = last;
	}

	/** Each page that says what it shows, with the key of that. */
	get keys(): PageKeys {
		return this.#keys;
	}

	/** The pages that the site of the build before has just so. */
	get kept(): readonly string[] {
		return this.#kept;
	}

	get count(): number {
		return this.#rendered + this.#kept.length;
	}

	/** Has Astro render the pages that are not kept. */
	get integration(): AstroIntegration {
		return {
			name: 'site-pages',
			hooks: {
				'astro:build:start': ({ setPrerenderer }) => {
					setPrerenderer((renderer) => this.prerenderer(renderer));
				},
				'astro:build:done': () => this.#sheets.removeFiles(),
			},
		};
	}

	prerenderer(renderer: AstroPrerenderer): AstroPrerenderer {
		return {
			...renderer,
			getStaticPaths: async () => {
				const paths = await renderer.getStaticPaths();
				return paths.filter(
					({ pathname, cacheKey }) => !cacheKey || !this.#keeps(pathname, cacheKey),
				);
			},
			render: async (request, options) => {
				this.#rendered += 1;
				const rendered = await renderer.render(request, options);
				const response = rendered instanceof Response ? rendered : rendered.response;
				const pathname = new URL(request.url).pathname.slice(basePath.length - 1);
				const isPage = response.headers.get('content-type')?.startsWith('text/html');
				if (!isPage || !response.body) return rendered;
				const page = this.#sheets.inline(Buffer.from(await response.arrayBuffer()));
				if (!response.ok || !pathname.endsWith('/')) return new Response(page, response);
				this.#write(decodeURI(pathname), page);
				// Astro writes no page without a body. It would make five trips to other threads for each.
				return new Response(null);
			},
		};
	}

	#keeps(pathname: string, key: string): boolean {
		const path = pathname.replace(/^\/|\/$/g, '');
		this.#keys[path] = key;
		const page = join(this.#site, path, 'index.html');
		if (this.#last[path] !== key || !existsSync(page)) return false;
		const folder = path.split('/')[0]!;
		// Those of one folder are of one kind and one source, so the first one has the styles of all.
		if (!this.#sampled.has(folder)) this.styles.add(folder, readFileSync(page));
		this.#sampled.add(folder);
		this.#kept.push(path);
		return true;
	}

	#write(pathname: string, page: Buffer): void {
		const folder = join(this.#folder, pathname);
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, 'index.html'), page);
		this.styles.add(pathname.split('/')[1] || 'index.html', page);
	}
}

/** Changes when anything does that decides how a page is rendered, apart from what it shows. */
export function rendererDigest(root: string): string {
	return digestSource(root, ['src/**', 'astro.config.mjs', 'package*.json']);
}
