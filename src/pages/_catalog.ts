import { cacheDir } from 'astro:config/server';
import { getCollection } from 'astro:content';
import { createHash } from 'node:crypto';
import { GuideStore } from '#guide/guide-store.ts';
import { compareCodes } from '#lib/code-order.ts';
import { codeIndex, type CodeEntry } from '#lib/code-index.ts';
import { relationGraph, type Relation } from '#lib/relations.ts';
import type { Category } from '#schema/category.ts';
import type { Guide, GuideCard } from '#schema/guide.ts';
import type { Product } from '#schema/product.ts';

export interface Catalog {
	/** In the order of `content/categories.yaml`; those without a guide are left out. */
	readonly categories: readonly Category[];
	/** By name. */
	readonly products: readonly Product[];
	/** By code. */
	readonly guides: readonly GuideCard[];
	/** The digest of each id, by which `readGuide` gives the whole guide. */
	readonly digests: ReadonlyMap<string, string>;
	readonly byId: ReadonlyMap<string, GuideCard>;
	readonly byProduct: ReadonlyMap<string, readonly GuideCard[]>;
	readonly productOf: ReadonlyMap<string, Product>;
	readonly relations: ReadonlyMap<string, readonly Relation[]>;
	readonly codes: readonly CodeEntry[];
}

async function read(): Promise<Catalog> {
	const [guideEntries, productEntries, categoryEntries] = await Promise.all([
		getCollection('guides'),
		getCollection('products'),
		getCollection('categories'),
	]);
	const guides = guideEntries.map(({ data }) => data).sort(compareCodes);
	const byProduct = Map.groupBy(guides, ({ product }) => product);
	const products = productEntries
		.map(({ data }) => data)
		.filter(({ slug }) => byProduct.has(slug))
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
	const used = new Set(products.map(({ category }) => category));
	const categories = categoryEntries
		.map(({ data }) => data)
		.sort((a, b) => a.order - b.order)
		.filter(({ slug }) => used.has(slug));
	return {
		categories,
		products,
		guides,
		digests: new Map(guideEntries.map(({ id, digest }) => [id, String(digest)])),
		byId: new Map(guides.map((guide) => [guide.id, guide])),
		byProduct,
		productOf: new Map(products.map((product) => [product.slug, product])),
		relations: relationGraph(guides),
		codes: codeIndex(guides),
	};
}

let built: Promise<Catalog> | undefined;

/** Everything that pages list, read once for a build and anew for each request in dev. */
export function readCatalog(): Promise<Catalog> {
	if (import.meta.env.DEV) return read();
	built ??= read();
	return built;
}

const store = new GuideStore(cacheDir, import.meta.env.DEV ? 'dev' : 'build');

/** The whole guide that has this digest. */
export function readGuide(digest: string): Guide {
	return store.read(digest);
}

/** A short digest of what a page shows, so that the build does not render an unchanged page again. */
export function cacheKeyOf(...shown: readonly unknown[]): string {
	return createHash('sha1').update(JSON.stringify(shown)).digest('base64url');
}
