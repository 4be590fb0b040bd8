import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { IndexReader } from '#finder/index-reader.ts';
import type { Figure } from '../report.ts';

/** The files of a built index, each weighed by itself, brotli at its strongest, as a static host keeps it. */
export class IndexFiles {
	readonly #folder: string;
	readonly #sizes = new Map<string, number>();

	constructor(folder: string) {
		this.#folder = folder;
	}

	brotliSize(name: string): number {
		const size =
			this.#sizes.get(name) ?? brotliCompressSync(readFileSync(join(this.#folder, name))).length;
		this.#sizes.set(name, size);
		return size;
	}

	/** A reader that has read nothing yet, and the names of what it reads from now on. */
	open(): { readonly index: IndexReader; readonly names: readonly string[] } {
		const names: string[] = [];
		const index = new IndexReader((name) => {
			names.push(name);
			// Written by this project's own index builder.
			return Promise.resolve(JSON.parse(readFileSync(join(this.#folder, name), 'utf8')) as unknown);
		});
		return { index, names };
	}

	measure(): readonly Figure[] {
		const names = globSync('**/*.json', { cwd: this.#folder });
		const bytes = names.reduce((sum, name) => sum + this.brotliSize(name), 0);
		return [
			{ what: 'index: files', value: names.length, unit: '' },
			{ what: 'index: bytes', value: bytes / 1000, unit: 'kB' },
		];
	}
}
