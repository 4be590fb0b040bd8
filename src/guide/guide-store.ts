import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromJson, toJson } from '#lib/guide-json.ts';
import type { Guide } from '#schema/guide.ts';

/*
 * Whole guides lie in files of their own, named by digest, and not in Astro's store: Astro makes one module of all that
 * is in there, and parsing that module was the dearest part of a large build. What every page lists is the card.
 */

/** Guides by their digest, in a folder of the cache. */
export class GuideStore {
	readonly #folder: string;

	/** Dev has a folder of its own, so that a build beside it takes nothing away from it. */
	constructor(cacheDir: URL, mode: 'build' | 'dev') {
		this.#folder = fileURLToPath(new URL(`guides-${mode}/`, cacheDir));
	}

	#fileOf(digest: string): string {
		return join(this.#folder, `${digest}.json`);
	}

	/** Throws when there is none of this digest. */
	read(digest: string): Guide {
		return fromJson(readFileSync(this.#fileOf(digest), 'utf8'));
	}

	/** The guide, or nothing when there is none that can be read. */
	find(digest: string): Guide | undefined {
		try {
			return this.read(digest);
		} catch {
			return undefined;
		}
	}

	write(digest: string, guide: Guide): void {
		const file = this.#fileOf(digest);
		mkdirSync(this.#folder, { recursive: true });
		// A build that is cut short leaves no half of one under its name.
		writeFileSync(`${file}~`, toJson(guide));
		renameSync(`${file}~`, file);
	}

	/** Removes all others, such as those of edited guides. */
	keep(digests: ReadonlySet<string>): void {
		mkdirSync(this.#folder, { recursive: true });
		for (const name of readdirSync(this.#folder))
			if (!digests.has(name.replace(/\.json$/, ''))) rmSync(join(this.#folder, name));
	}
}
