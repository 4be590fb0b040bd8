import { partOf } from '#components/site/part-of.ts';
import type { Hit } from '#finder/full-text.ts';
import {
	choose,
	facetNames,
	hasChoice,
	isFacet,
	noChoice,
	valuesOf,
	type FacetValue,
} from '#lib/facets.ts';

/** By what the results can be narrowed. Its `change` events tell that `choice` is another one. */
export class SearchFacets extends HTMLElement {
	readonly #details = partOf(this, 'details', HTMLDetailsElement);
	readonly #template = partOf(this, 'template', HTMLTemplateElement);
	choice = noChoice;

	connectedCallback(): void {
		this.addEventListener('change', ({ target }) => {
			if (target instanceof HTMLInputElement && isFacet(target.name))
				this.choice = choose(this.choice, target.name, target.value, target.checked);
		});
	}

	/** Shows the values that these results have, and those that are chosen. */
	show(hits: readonly Hit[]): void {
		let isEmpty = true;
		for (const name of facetNames) {
			const group = partOf(this, `[data-facet="${name}"]`, HTMLFieldSetElement);
			const values = valuesOf(name, hits, this.choice);
			partOf(group, '[data-values]').replaceChildren(
				...values.map((value) => this.#option(name, value)),
			);
			group.hidden = values.length === 0;
			isEmpty &&= group.hidden;
		}
		this.hidden = isEmpty;
		// Closed on a phone, where the results come first; beside them there is room.
		this.#details.open = matchMedia('(width >= 52rem)').matches || hasChoice(this.choice);
	}

	#option(name: string, { value, count, isChosen }: FacetValue): Node {
		const option = document.importNode(this.#template.content, true);
		const box = partOf(option, 'input', HTMLInputElement);
		box.name = name;
		box.value = value;
		box.checked = isChosen;
		partOf(option, '[data-value]').textContent = value;
		partOf(option, '[data-count]').textContent = String(count);
		return option;
	}
}

customElements.define('search-facets', SearchFacets);
