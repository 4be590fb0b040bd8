/** By what search results can be narrowed. */
export const facets = { category: 'Category', product: 'Product' } as const;
export type Facet = keyof typeof facets;

export const facetNames = Object.keys(facets) as readonly Facet[]; // The table has just these keys.

/** The values that a reader chose. */
export type FacetChoice = Readonly<Record<Facet, readonly string[]>>;

export const noChoice: FacetChoice = { category: [], product: [] };

export function isFacet(name: string): name is Facet {
	return Object.hasOwn(facets, name);
}

export function hasChoice(choice: FacetChoice): boolean {
	return facetNames.some((name) => choice[name].length > 0);
}

export function readChoice(parameters: URLSearchParams): FacetChoice {
	const values = (name: Facet) => [...new Set(parameters.getAll(name))];
	return { category: values('category'), product: values('product') };
}

/** The choice with a value of a facet taken into it or out of it. */
export function choose(
	choice: FacetChoice,
	facet: Facet,
	value: string,
	isChosen: boolean,
): FacetChoice {
	const others = choice[facet].filter((other) => other !== value);
	return { ...choice, [facet]: isChosen ? [...others, value] : others };
}

/** What the full-text search takes: of each facet with a choice, one of its values. */
export function toFilters(
	choice: FacetChoice,
): Record<string, { readonly any: readonly string[] }> {
	return Object.fromEntries(
		facetNames
			.filter((name) => choice[name].length > 0)
			.map((name) => [name, { any: choice[name] }]),
	);
}

export interface FacetValue {
	readonly value: string;
	/** How many of the results it would leave. */
	readonly count: number;
	readonly isChosen: boolean;
}

/** The values that a facet offers, by name; none when there is nothing to choose. */
export function valuesOf(
	facet: Facet,
	results: readonly Readonly<Record<Facet, string>>[],
	choice: FacetChoice,
): readonly FacetValue[] {
	const counts = new Map(choice[facet].map((value) => [value, 0]));
	for (const { [facet]: value } of results)
		if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
	if (counts.size < 2 && choice[facet].length === 0) return [];
	return [...counts]
		.sort(([a], [b]) => a.localeCompare(b, 'en'))
		.map(([value, count]) => ({ value, count, isChosen: choice[facet].includes(value) }));
}
