import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { basePath } from '#lib/url.ts';

const link = '<link rel="stylesheet" href="';
const linkStart = Buffer.from(link);

/**
 * The style sheets of a site that is being built, put into its pages. Astro can do that too, as a part of each page that
 * it renders, encodes and copies with the rest; a sheet is longer than most of these rests, and the same in all.
 */
export class StyleSheets {
	readonly #folder: string;
	/** By the links to them, one after another as they stand in pages. */
	readonly #elements = new Map<string, Buffer>();

	/** `siteFolder` has the sheets, where the links of pages lead. */
	constructor(siteFolder: string) {
		this.#folder = siteFolder;
	}

	/** The page with the sheets that it links to in place of the links. */
	inline(page: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
		const start = page.indexOf(linkStart);
		if (start === -1) return page;
		let end = start;
		while (page.indexOf(linkStart, end) === end) end = page.indexOf('>', end) + 1;
		const links = page.toString('latin1', start, end);
		let element = this.#elements.get(links);
		if (!element) {
			const paths = [...links.matchAll(/href="([^"]*)"/g)].map(([, path = '']) => path);
			const sheets = paths.map((path) =>
				readFileSync(join(this.#folder, path.slice(basePath.length)), 'utf8').trimEnd(),
			);
			element = Buffer.from(`<style>${sheets.join('')}</style>`);
			this.#elements.set(links, element);
		}
		return Buffer.concat([page.subarray(0, start), element, page.subarray(end)]);
	}

	/** Removes the files, which no page links to any more. */
	removeFiles(): void {
		for (const path of globSync('_astro/*.css', { cwd: this.#folder }))
			rmSync(join(this.#folder, path));
	}
}
