import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/*
 * Most pages of a build are the pages of the build before. Those are not rendered again, but move from the old site to
 * the new one. Astro has an incremental build too; it keeps a copy of each page and copies that back, which for a
 * thousand pages takes longer than all else that one edit causes.
 */

/** Pages by their path in the site, such as `errors/nodejs/eaddrinuse`, each with a key of all that it shows. */
export type PageKeys = Readonly<Record<string, string>>;

export class SitePages {
	readonly #keys = new Map<string, string>();
	readonly #kept = new Set<string>();
	#last: ReadonlyMap<string, string> = new Map();
	#site = '';

	/** `last` are the pages of the site that the build before left in this folder, as the same source renders them. */
	offer(site: string, last: PageKeys): void {
		this.#site = site;
		this.#last = new Map(Object.entries(last));
	}

	/** Whether the site has this page just so; the build takes it over then, and it need not be rendered. */
	keeps(path: string, key: string): boolean {
		this.#keys.set(path, key);
		const isKept = this.#last.get(path) === key && existsSync(join(this.#site, path, 'index.html'));
		if (isKept) this.#kept.add(path);
		return isKept;
	}

	get keys(): PageKeys {
		return Object.fromEntries(this.#keys);
	}

	get kept(): readonly string[] {
		return [...this.#kept];
	}
}

const shared: { [key: symbol]: SitePages | undefined } = globalThis;
const key = Symbol.for('pages of the site');

/** The pages of the build under way. The build and the pages, which it bundles, are in one process with two copies of this module. */
export function sitePages(): SitePages {
	return (shared[key] ??= new SitePages());
}

/** Changes when anything does that decides how a page is rendered, apart from what it shows. */
export function rendererDigest(root: string): string {
	const files = globSync(['src/**', 'astro.config.mjs', 'package*.json'], {
		cwd: root,
		withFileTypes: true,
	}).filter((entry) => entry.isFile());
	const paths = files.map(({ parentPath, name }) => relative(root, join(parentPath, name)));
	const hash = createHash('sha1').update(process.version);
	for (const path of paths.sort())
		hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
	return hash.digest('base64url');
}
