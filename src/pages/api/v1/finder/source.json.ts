import type { APIRoute } from 'astro';
import { readCatalog } from '../../../_catalog.ts';
import { toIndexedGuides, toIndexedProducts } from '#finder/indexed.ts';

/**
 * What the finder's index is made of, for `src/site/finder-index.ts`, which writes the index and takes this file away.
 */
export const GET: APIRoute = async () => {
	const { guides, products } = await readCatalog();
	return Response.json({
		guides: toIndexedGuides(guides),
		products: toIndexedProducts(products),
	});
};
