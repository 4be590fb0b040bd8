import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadCatalog } from '#content/content-files.ts';
import { readCards } from '#content/guide-store.ts';
import { buildIndex } from '#finder/index-build.ts';
import { finderPath } from '#finder/index-shape.ts';
import { toIndexedGuides, toIndexedProducts } from '#finder/indexed.ts';
import { compareCodes } from '#lib/code-order.ts';
import { listedProducts } from '#lib/listed-products.ts';

/** Forty bits: two of the few thousand files of an index are not expected to share a name. */
function digestName(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

function indexFiles(root: string, cacheDir: URL): ReadonlyMap<string, string> {
	const guides = readCards(cacheDir).toSorted(compareCodes);
	const products = listedProducts(loadCatalog(root).products, guides);
	return buildIndex(toIndexedGuides(guides), toIndexedProducts(products), digestName);
}

/** The index by which the search box, the command line and other programs find guides. */
export function finderIndex(): AstroIntegration {
	let root = '';
	let cacheDir: URL;
	return {
		name: 'finder-index',
		hooks: {
			'astro:config:done': ({ config }) => {
				root = fileURLToPath(config.root);
				cacheDir = config.cacheDir;
			},
			'astro:build:done': ({ dir }) => {
				for (const [name, text] of indexFiles(root, cacheDir)) {
					const file = join(fileURLToPath(dir), finderPath, name);
					mkdirSync(dirname(file), { recursive: true });
					writeFileSync(file, text);
				}
			},
		},
	};
}
