import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { toIndexedGuides, toIndexedProducts } from '#finder/indexed.ts';
import { GuideStore } from '#content/guide-store.ts';
import { compareCodes } from '#lib/code-order.ts';
import { FinderIndex } from './finder-index.ts';
import type { IndexDigests, IndexesWork } from './indexes.ts';
import { SearchIndex } from './search-index.ts';

const port = parentPort;
if (!port) throw new Error('indexes.worker.ts is a thread of the build.');
const { siteFolder, cacheDir, last } = workerData as IndexesWork; // As `Indexes` gives it.
const store = new GuideStore(pathToFileURL(`${cacheDir}/`), 'build');
const search = new SearchIndex(siteFolder, store, last);

await once(port, 'message');

const content = store.list();
const guides = [...content.guides].sort(compareCodes);
const used = new Set(guides.map(({ product }) => product));
const products = content.products
	.filter(({ slug }) => used.has(slug))
	.sort((a, b) => a.name.localeCompare(b.name, 'en'));

const finder = new FinderIndex(toIndexedGuides(guides), toIndexedProducts(products));
const searchParts = await search.write(content, () => {
	if (last?.finder === finder.digest) finder.share(last.folder, siteFolder);
	else finder.write(siteFolder);
});
const digests: IndexDigests = { finder: finder.digest, searchParts };
port.postMessage(digests);
port.close();
