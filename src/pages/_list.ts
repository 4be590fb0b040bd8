import type { Catalog } from './_catalog.ts';
import type { GuideCard } from '#schema/guide.ts';

/** Guides as rows of a code table; with the product's name where the page mixes products. */
export function toRows(guides: readonly GuideCard[], { productOf }: Catalog, withProduct: boolean) {
	return guides.map(({ id, code, name, product, proven }) => ({
		id,
		code,
		name,
		proven,
		...(withProduct ? { product: productOf.get(product)?.name ?? product } : {}),
	}));
}

/** The categories as shelves: what stands on each, and how much. */
export function toShelves({ categories, products, byProduct }: Catalog) {
	return categories.map(({ slug, name, summary }) => {
		const inside = products.filter(({ category }) => category === slug);
		return {
			slug,
			name,
			summary,
			products: inside.map((product) => product.name),
			guides: inside.reduce((sum, product) => sum + (byProduct.get(product.slug)?.length ?? 0), 0),
		};
	});
}
