import { summaryOf } from '#finder/summary.ts';
import { hasChoice, toFilters } from '#lib/facets.ts';
import { guidesFor } from '#lib/search-status.ts';
import type { Found } from './finder-client.ts';
import { fullTextHits } from './full-text-hits.ts';
import type { ResultsView } from './results-view.ts';
import type { SearchFacets } from './search-facets.client.ts';

/** The full-text half of the search page: its results, and the facets that narrow them. */
export class FullTextSearch {
	readonly #view: ResultsView;
	readonly #facets: SearchFacets;
	/** The folders of the index. */
	readonly #parts: readonly string[];
	/** The text whose results the facets count. */
	#countedText = '';

	constructor(view: ResultsView, facets: SearchFacets, parts: readonly string[]) {
		this.#view = view;
		this.#facets = facets;
		this.#parts = parts;
	}

	/** Has the facets count anew, also for the same text. */
	reset(): void {
		this.#countedText = '';
	}

	clear(): void {
		this.#view.clearHits();
		this.#facets.hidden = true;
		this.reset();
	}

	/** Shows what the index has, and says so; nothing when another search is the newest meanwhile. */
	async find(
		text: string,
		found: Found | undefined,
		isNewest: () => boolean,
	): Promise<string | undefined> {
		const { choice } = this.#facets;
		const matches = found?.result.matches.length ?? 0;
		try {
			// Facets count the results as they are without a choice.
			const all = this.#countedText === text ? undefined : await this.#hits(text, {});
			const hits = all && !hasChoice(choice) ? all : await this.#hits(text, toFilters(choice));
			if (!isNewest()) return undefined;
			if (all) this.#facets.show(all);
			this.#countedText = text;
			const others = this.#view.showHits(hits, found);
			if (matches === 0) this.#view.showNothing(text);
			const sure = found?.result.state === 'certain' ? `${summaryOf(found.result)} ` : '';
			return sure + guidesFor(text, others + matches);
		} catch (error) {
			console.error(error);
			if (!isNewest()) return undefined;
			this.clear();
			if (matches > 0) return undefined;
			this.#view.showFullTextFailure();
			return 'The search index could not be loaded.';
		}
	}

	#hits(text: string, filters: ReturnType<typeof toFilters>) {
		return fullTextHits(text, filters, this.#parts);
	}
}
