import type { Filters, Hit } from '#finder/full-text.ts';
import { element } from './nodes.ts';

const facets = [
	{ key: 'category', title: 'Category' },
	{ key: 'product', title: 'Product' },
] as const;
type FacetKey = (typeof facets)[number]['key'];

/** What the reader narrowed the full-text results to. */
export class Facets {
	readonly #chosen = new Map<FacetKey, Set<string>>(facets.map(({ key }) => [key, new Set()]));

	get isEmpty(): boolean {
		return [...this.#chosen.values()].every((values) => values.size === 0);
	}

	filters(): Filters {
		return Object.fromEntries(
			[...this.#chosen]
				.filter(([, values]) => values.size > 0)
				.map(([key, values]) => [key, { any: [...values] }]),
		);
	}

	clear(): void {
		for (const values of this.#chosen.values()) values.clear();
	}

	read(parameters: URLSearchParams): void {
		for (const [key, values] of this.#chosen) {
			values.clear();
			for (const value of parameters.getAll(key)) values.add(value);
		}
	}

	write(parameters: URLSearchParams): void {
		for (const [key, values] of this.#chosen)
			for (const value of values) parameters.append(key, value);
	}

	/** Takes a change of one of the boxes that `nodes` made. */
	change({ name, value, checked }: HTMLInputElement): void {
		const facet = facets.find(({ key }) => key === name);
		const values = facet && this.#chosen.get(facet.key);
		if (checked) values?.add(value);
		else values?.delete(value);
	}

	/** The boxes, with how many of the hits each would leave; nothing where there is nothing to choose. */
	nodes(hits: readonly Hit[]): readonly Node[] {
		const groups = facets.flatMap((facet) => this.#group(facet, hits));
		if (groups.length === 0) return [];
		const details = element('details', 'facets', element('summary', '', 'Filter'), ...groups);
		// Closed on a phone, where the results come first; beside them there is room.
		details.open = matchMedia('(width >= 52rem)').matches || !this.isEmpty;
		return [details];
	}

	#group({ key, title }: (typeof facets)[number], hits: readonly Hit[]): readonly Node[] {
		const chosen = this.#chosen.get(key);
		const counts = new Map<string, number>([...(chosen ?? [])].map((value) => [value, 0]));
		for (const hit of hits) if (hit[key]) counts.set(hit[key], (counts.get(hit[key]) ?? 0) + 1);
		if (counts.size < 2 && !chosen?.size) return [];
		const options = [...counts]
			.sort(([a], [b]) => a.localeCompare(b, 'en'))
			.map(([value, count]) => {
				const box = element('input', '');
				box.type = 'checkbox';
				box.name = key;
				box.value = value;
				box.checked = chosen?.has(value) ?? false;
				return element(
					'label',
					'',
					box,
					` ${value} `,
					element('span', 'facet-count', String(count)),
				);
			});
		return [element('fieldset', 'facet', element('legend', '', title), ...options)];
	}
}
