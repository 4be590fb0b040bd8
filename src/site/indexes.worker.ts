import { pathToFileURL } from 'node:url';
import { workerData } from 'node:worker_threads';
import { toIndexedGuides, toIndexedProducts } from '#finder/indexed.ts';
import { GuideStore } from '#guide/guide-store.ts';
import { compareCodes } from '#lib/code-order.ts';
import { writeFinderIndex } from './finder-index.ts';
import type { IndexesWork } from './indexes.ts';
import { writeSearchIndex } from './search-index.ts';

const { siteFolder, cacheDir } = workerData as IndexesWork; // As `writeIndexes` gives it.
const store = new GuideStore(pathToFileURL(cacheDir), 'build');
const content = store.list();
const guides = [...content.guides].sort(compareCodes);
const used = new Set(guides.map(({ product }) => product));
const products = content.products
	.filter(({ slug }) => used.has(slug))
	.sort((a, b) => a.name.localeCompare(b.name, 'en'));

await writeSearchIndex(siteFolder, store, content, () =>
	writeFinderIndex(siteFolder, toIndexedGuides(guides), toIndexedProducts(products)),
);
