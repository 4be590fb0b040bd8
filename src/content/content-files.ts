import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Category } from '#schema/category.ts';
import type { Product } from '#schema/product.ts';
import { readCatalog } from './catalog.ts';
import { categoriesPath, sortFiles, type ContentFile } from './content-file.ts';
import { sizeLimitBytes } from './encoding.ts';

/** Files that editors and systems leave behind. */
const leftover = /(?:^|\/)(?:\.[^/]*|[^/]*~|Thumbs\.db)$/;

function listFiles(root: string, folder: string): string[] {
	return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = `${folder}/${entry.name}`;
		if (leftover.test(path)) return [];
		return entry.isDirectory() ? listFiles(root, path) : [path];
	});
}

/** At most as many bytes as tell that a file is too large, so that a huge one does not fill the memory. */
function readBytes(path: string): Uint8Array {
	if (statSync(path).size <= sizeLimitBytes) return readFileSync(path);
	return new Uint8Array(sizeLimitBytes + 1);
}

/** Every file below `content/`, or below a folder in it. Throws when that cannot be read. */
export function readContentFiles(root: string, folder = 'content'): ContentFile[] {
	return listFiles(root, folder).map((path) => ({ path, bytes: readBytes(join(root, path)) }));
}

/** The products and categories of a project. What has findings is left out; who checks all content reports them. */
export function loadCatalog(root: string): {
	readonly products: readonly Product[];
	readonly categories: readonly Category[];
} {
	const path = categoriesPath;
	const categoriesFile = existsSync(join(root, path))
		? { path, bytes: readBytes(join(root, path)) }
		: undefined;
	const { productFiles } = sortFiles(readContentFiles(root, 'content/products'));
	const { products, categories = [] } = readCatalog(productFiles, categoriesFile, []);
	return { products: products.map(({ product }) => product), categories };
}
