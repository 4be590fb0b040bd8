import type { Catalog } from './_catalog.ts';
import { categoryPath, productPath } from '#lib/url.ts';
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

/** The categories as entries of a directory. */
export function toShelves({ categories, products, byProduct }: Catalog, isDescribed: boolean) {
	return categories.map(({ slug, name, summary }) => {
		const inside = products.filter(({ category }) => category === slug);
		return {
			href: categoryPath(slug),
			name,
			...(isDescribed ? { summary } : {}),
			contents: inside.map((product) => product.name).join(', '),
			guides: inside.reduce((sum, product) => sum + (byProduct.get(product.slug)?.length ?? 0), 0),
		};
	});
}

/** The products as entries of a directory. */
export function toProducts({ products, byProduct }: Catalog) {
	return products.map(({ slug, name, summary }) => ({
		href: productPath(slug),
		name,
		summary,
		guides: byProduct.get(slug)?.length ?? 0,
	}));
}
