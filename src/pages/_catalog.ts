import { cacheDir } from 'astro:config/server';
import { createHash } from 'node:crypto';
import { GuideStore, type ListedGuide } from '#content/guide-store.ts';
import { compareCodes } from '#lib/code-order.ts';
import { codeIndex, type CodeEntry } from '#lib/code-index.ts';
import { relationGraph, type Relation } from '#lib/relations.ts';
import type { Category } from '#schema/category.ts';
import type { Guide } from '#schema/guide.ts';
import type { Product } from '#schema/product.ts';

export interface Catalog {
	/** In the order of `content/categories.yaml`; those without a guide are left out. */
	readonly categories: readonly Category[];
	/** By name. */
	readonly products: readonly Product[];
	/** By code. */
	readonly guides: readonly ListedGuide[];
	readonly byId: ReadonlyMap<string, ListedGuide>;
	readonly byProduct: ReadonlyMap<string, readonly ListedGuide[]>;
	readonly productOf: ReadonlyMap<string, Product>;
	readonly relations: ReadonlyMap<string, readonly Relation[]>;
	readonly codes: readonly CodeEntry[];
}

const store = new GuideStore(cacheDir, import.meta.env.DEV ? 'dev' : 'build');

function read(): Catalog {
	const list = store.list();
	const guides = list.guides.toSorted(compareCodes);
	const byProduct = Map.groupBy(guides, ({ product }) => product);
	const products = list.products
		.filter(({ slug }) => byProduct.has(slug))
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
	const used = new Set(products.map(({ category }) => category));
	const categories = list.categories.filter(({ slug }) => used.has(slug));
	return {
		categories,
		products,
		guides,
		byId: new Map(guides.map((guide) => [guide.id, guide])),
		byProduct,
		productOf: new Map(products.map((product) => [product.slug, product])),
		relations: relationGraph(guides),
		codes: codeIndex(guides),
	};
}

let built: Catalog | undefined;

/** Everything that pages list, read once for a build and anew for each request in dev. */
export function readCatalog(): Catalog {
	if (import.meta.env.DEV) return read();
	built ??= read();
	return built;
}

/** The whole guide that has this digest. */
export function readGuide(digest: string): Guide {
	return store.read(digest);
}

/** A short digest of what a page shows, so that the build does not render an unchanged page again. */
export function cacheKeyOf(...shown: readonly unknown[]): string {
	return createHash('sha1').update(JSON.stringify(shown)).digest('base64url');
}
