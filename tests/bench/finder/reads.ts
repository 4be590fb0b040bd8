import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { FinderIndex } from '#finder/index-reader.ts';
import { manifestName, type Manifest, type MessageManifest } from '#finder/index-shape.ts';
import { listFiles } from '../files.ts';
import { median } from '../statistics.ts';

/** What the index weighs, each file by itself, brotli at its strongest, as a static host keeps it. */
export interface IndexSize {
	readonly files: number;
	readonly rawBytes: number;
	readonly brotliBytes: number;
	readonly manifestBytes: number;
	readonly codeFilterBytes: number;
	readonly messageFilterBytes: number;
	readonly medianShardBytes: number;
	readonly largestShardBytes: number;
}

/** The files of an index, with a reader that counts what is read. */
export class IndexFiles {
	readonly #folder: string;
	readonly #sizes = new Map<string, number>();

	constructor(folder: string) {
		this.#folder = folder;
	}

	#read(name: string): Buffer {
		return readFileSync(join(this.#folder, name));
	}

	brotliSize(name: string): number {
		const size = this.#sizes.get(name) ?? brotliCompressSync(this.#read(name)).length;
		this.#sizes.set(name, size);
		return size;
	}

	/** A reader that has read nothing yet, and the names of what it reads from now on. */
	open(): { readonly index: FinderIndex; readonly names: readonly string[] } {
		const names: string[] = [];
		const index = new FinderIndex((name) => {
			names.push(name);
			// Written by this project's own index builder.
			return Promise.resolve(JSON.parse(this.#read(name).toString()) as unknown);
		});
		return { index, names };
	}

	measure(): IndexSize {
		const names = listFiles(this.#folder);
		const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
		// Written by this project's own index builder.
		const { codes, codeFilter, messages } = JSON.parse(
			this.#read(manifestName).toString(),
		) as Manifest;
		// As above.
		const { messageFilter } = JSON.parse(this.#read(messages).toString()) as MessageManifest;
		const shardSizes = [...new Set(codes.files)].map((name) => this.brotliSize(name));
		return {
			files: names.length,
			rawBytes: sum(names.map((name) => this.#read(name).length)),
			brotliBytes: sum(names.map((name) => this.brotliSize(name))),
			manifestBytes: this.brotliSize(manifestName),
			codeFilterBytes: this.brotliSize(codeFilter),
			messageFilterBytes: this.brotliSize(messageFilter),
			medianShardBytes: median(shardSizes),
			largestShardBytes: Math.max(...shardSizes),
		};
	}
}
