import type { APIRoute } from 'astro';
import { readCatalog } from '../_catalog.ts';
import { shortAddresses } from '#lib/code-index.ts';

/**
 * The short addresses that lead to one page each, for `src/site/redirects.ts`, which writes a page for each and takes
 * this file away. Several thousand tiny routes would cost Astro as much as the guides themselves.
 */
export const GET: APIRoute = async () => {
	const { codes, guides } = await readCatalog();
	return Response.json(shortAddresses(codes, guides));
};
