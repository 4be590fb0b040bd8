import { cacheDir } from 'astro:config/server';
import { getCollection } from 'astro:content';
import { GuideStore } from '#content/guide-store.ts';
import { compareCodes } from '#lib/code-order.ts';
import { codeIndex, type CodeEntry } from '#lib/code-index.ts';
import { listedProducts } from '#lib/listed-products.ts';
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
	readonly byId: ReadonlyMap<string, GuideCard>;
	readonly byProduct: ReadonlyMap<string, readonly GuideCard[]>;
	readonly productOf: ReadonlyMap<string, Product>;
	readonly relations: ReadonlyMap<string, readonly Relation[]>;
	readonly codes: readonly CodeEntry[];
}

async function read(): Promise<Catalog> {
	const guides = (await getCollection('guides')).map(({ data }) => data).sort(compareCodes);
	const byProduct = Map.groupBy(guides, ({ product }) => product);
	const all = (await getCollection('products')).map(({ data }) => data);
	const products = listedProducts(all, guides);
	const used = new Set(products.map(({ category }) => category));
	const categories = (await getCollection('categories'))
		.map(({ data }) => data)
		.filter(({ slug }) => used.has(slug))
		.sort((a, b) => a.position - b.position);
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

let built: Promise<Catalog> | undefined;

/** Everything that pages list, read once for a build and anew for each request in dev. */
export function readCatalog(): Promise<Catalog> {
	if (import.meta.env.DEV) return read();
	built ??= read();
	return built;
}

let store: GuideStore | undefined;

/** The whole guide of a card. */
export function readGuide({ digest }: Pick<GuideCard, 'digest'>): Guide {
	store ??= new GuideStore(cacheDir);
	return store.read(digest);
}
