import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIndex } from '#finder/index-build.ts';
import { finderPath, type IndexedGuide, type IndexedProduct } from '#finder/index-shape.ts';
import { digestSource } from '#content/source-digest.ts';
import { shareFiles } from './last-site.ts';

/** Where in a site its files are. */
export const finderFolders = [finderPath, `${finderPath}files/`];

/** Forty bits: among the few thousand files of an index, two that share a name are not to be expected. */
export function digestName(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

const source = dirname(dirname(fileURLToPath(import.meta.url)));

/** A digest of what makes the index. */
function digestMaker(): string {
	return digestSource(source, ['finder/*.ts', 'lib/*.ts', 'integrations/finder-index.ts']);
}

/** The finder's index of these guides. */
export class FinderIndex {
	readonly #guides: readonly IndexedGuide[];
	readonly #products: readonly IndexedProduct[];
	/** Of what decides every byte of it. */
	readonly digest: string;

	constructor(guides: readonly IndexedGuide[], products: readonly IndexedProduct[]) {
		this.#guides = guides;
		this.#products = products;
		this.digest = createHash('sha1')
			.update(JSON.stringify([digestMaker(), guides, products]))
			.digest('base64url');
	}

	write(siteFolder: string): void {
		const files = buildIndex(this.#guides, this.#products, digestName);
		const target = (name: string) => join(siteFolder, finderPath, name);
		for (const folder of new Set([...files.keys()].map((name) => dirname(target(name)))))
			mkdirSync(folder, { recursive: true });
		for (const [name, text] of files) writeFileSync(target(name), text);
	}

	/** Takes it over from a site that has it. */
	share(from: string, to: string): void {
		for (const folder of finderFolders) shareFiles(join(from, folder), join(to, folder));
	}
}
