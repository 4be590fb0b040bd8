import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildIndex } from '#finder/index-build.ts';
import { finderPath, type IndexedGuide, type IndexedProduct } from '#finder/index-shape.ts';

/** Forty bits: among the few thousand files of an index, two that share a name are not to be expected. */
export function digestName(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

/**
 * Writes the finder's index from the list that the site's build left in its folder, and removes the list. Returns how
 * many files.
 */
export async function writeFinderIndex(siteFolder: string): Promise<number> {
	const folder = join(siteFolder, finderPath);
	const list = join(folder, 'source.json');
	// Written by this project's own route in the same run.
	const { guides, products } = JSON.parse(await readFile(list, 'utf8')) as {
		readonly guides: readonly IndexedGuide[];
		readonly products: readonly IndexedProduct[];
	};
	const files = buildIndex(guides, products, digestName);
	const folders = new Set([...files.keys()].map((name) => dirname(join(folder, name))));
	for (const path of folders) await mkdir(path, { recursive: true });
	for (const [name, text] of files) await writeFile(join(folder, name), text);
	await rm(list);
	return files.size;
}
