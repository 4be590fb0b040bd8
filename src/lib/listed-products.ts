/** The products that have a guide, by name. */
export function listedProducts<Product extends { readonly slug: string; readonly name: string }>(
	products: readonly Product[],
	guides: readonly { readonly product: string }[],
): readonly Product[] {
	const used = new Set(guides.map(({ product }) => product));
	return products
		.filter(({ slug }) => used.has(slug))
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
