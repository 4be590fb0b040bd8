import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildIndex } from '#finder/index-build.ts';
import { finderPath, type IndexedGuide, type IndexedProduct } from '#finder/index-shape.ts';

/** Forty bits: among the few thousand files of an index, two that share a name are not to be expected. */
export function digestName(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

export function writeFinderIndex(
	siteFolder: string,
	guides: readonly IndexedGuide[],
	products: readonly IndexedProduct[],
): void {
	const files = buildIndex(guides, products, digestName);
	const target = (name: string) => join(siteFolder, finderPath, name);
	for (const folder of new Set([...files.keys()].map((name) => dirname(target(name)))))
		mkdirSync(folder, { recursive: true });
	for (const [name, text] of files) writeFileSync(target(name), text);
}
