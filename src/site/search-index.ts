import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { ContentList, GuideStore } from '#guide/guide-store.ts';
import { guidePath } from '#lib/url.ts';
import { searchDocument } from './search-document.ts';

/** Pagefind writes its own interfaces beside the index; the site has its own. */
const unused = [
	'pagefind-component-ui.css',
	'pagefind-component-ui.js',
	'pagefind-highlight.js',
	'pagefind-modular-ui.css',
	'pagefind-modular-ui.js',
	'pagefind-ui.css',
	'pagefind-ui.js',
];

/** As many as keep Pagefind busy, and few enough to hold in memory. */
const atOnce = 32;

function throwIfAny(errors: readonly string[]): void {
	if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}

/**
 * Writes the full-text index of the guides into `pagefind/`. Pagefind, a process of its own, reads them as documents
 * made for it and not as pages, so it does not have to wait for those. `meanwhile` is called while it writes.
 */
export async function writeSearchIndex(
	siteFolder: string,
	store: GuideStore,
	{ guides, products, categories }: ContentList,
	meanwhile: () => void,
): Promise<void> {
	const categoryNames = new Map(categories.map(({ slug, name }) => [slug, name]));
	const shelves = new Map(
		products.map(({ slug, name, category }) => [
			slug,
			{ product: name, category: categoryNames.get(category) ?? '' },
		]),
	);
	const { index, errors } = await createIndex({ forceLanguage: 'en' });
	if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
	try {
		const remaining = guides.values();
		const addSome = async () => {
			for (const { id, digest, product } of remaining) {
				const shelf = shelves.get(product) ?? { product, category: '' };
				const content = searchDocument(store.read(digest), shelf);
				throwIfAny((await index.addHTMLFile({ url: guidePath(id), content })).errors);
			}
		};
		await Promise.all(Array.from({ length: atOnce }, addSome));
		const writing = index.writeFiles({ outputPath: join(siteFolder, 'pagefind') });
		meanwhile();
		throwIfAny((await writing).errors);
		for (const name of unused) rmSync(join(siteFolder, 'pagefind', name), { force: true });
	} finally {
		await close();
	}
}
