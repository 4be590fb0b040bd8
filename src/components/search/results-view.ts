import { partOf } from '#components/site/part-of.ts';
import type { Hit } from '#finder/full-text.ts';
import { headings } from '#finder/summary.ts';
import { guidePath, sitePath } from '#lib/url.ts';
import type { Found } from './finder-client.ts';
import { element, link, requestNode, suggestionNodes } from './nodes.ts';
import { ResultItems } from './result-items.ts';

const allCodes = () => link(sitePath('/codes/'), 'look through every code');

/** The results of the search page: what the finder names, below it what the full text has, and what else to do. */
export class ResultsView {
	readonly #items: ResultItems;
	readonly #matchesHead: HTMLElement;
	readonly #matches: HTMLElement;
	readonly #hitsHead: HTMLElement;
	readonly #hits: HTMLElement;
	readonly #more: HTMLElement;

	constructor(page: ParentNode) {
		this.#items = new ResultItems(page);
		this.#matchesHead = partOf(page, '[data-matches-head]');
		this.#matches = partOf(page, '[data-matches]');
		this.#hitsHead = partOf(page, '[data-results-head]');
		this.#hits = partOf(page, '[data-results]');
		this.#more = partOf(page, '[data-more]');
	}

	clear(): void {
		this.#matchesHead.replaceChildren();
		this.#matches.replaceChildren();
		this.clearHits();
		this.clearMore();
	}

	clearHits(): void {
		this.#hitsHead.replaceChildren();
		this.#hits.replaceChildren();
	}

	clearMore(): void {
		this.#more.replaceChildren();
	}

	showMatches(text: string, found: Found): void {
		const { state, matches } = found.result;
		this.#matchesHead.replaceChildren(
			...(matches.length > 0 ? [element('h2', '', headings[state])] : []),
			...suggestionNodes(found.result),
		);
		this.#matches.replaceChildren(...matches.map((match) => this.#items.match(match, text, found)));
	}

	showFinderFailure(): void {
		const problem = 'The list of codes could not be loaded. This is what the text search finds.';
		this.#matchesHead.replaceChildren(element('p', '', problem));
		this.#matches.replaceChildren();
	}

	/** Shows the hits that are no matches as well, and says how many. */
	showHits(all: readonly Hit[], found: Found | undefined): number {
		const known = new Set(found?.result.matches.map(({ guide }) => guidePath(guide.id)));
		const hits = all.filter(({ url }) => !known.has(url));
		const heading = known.size > 0 ? 'Other guides with these words' : 'Guides with these words';
		this.#hitsHead.replaceChildren(...(hits.length > 0 ? [element('h2', '', heading)] : []));
		this.#hits.replaceChildren(...hits.map((hit) => this.#items.hit(hit)));
		return hits.length;
	}

	showNothing(text: string): void {
		const advice = 'Search for the code alone, or for fewer words of the message. You can also ';
		this.#more.replaceChildren(
			element('p', '', advice, allCodes(), ', or ask for a guide.'),
			requestNode(text),
		);
	}

	showFullTextFailure(): void {
		this.#more.replaceChildren('Check the connection and search again, or ', allCodes(), '.');
	}
}
