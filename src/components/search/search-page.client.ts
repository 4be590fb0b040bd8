// Before Pagefind, which would else start without its worker.
import '#components/site/pagefind-policy.client.ts';
import { Announcer } from '#components/site/announcer.ts';
import { partOf } from '#components/site/part-of.ts';
import { summaryOf } from '#finder/summary.ts';
import { noChoice } from '#lib/facets.ts';
import { readSearch, toHistoryEntry } from '#lib/search-address.ts';
import { resultsPath } from '#lib/url.ts';
import { adoptStyles } from './adopt-styles.ts';
import { ask, wake, type Found } from './finder-client.ts';
import foundStyles from './found.css?inline';
import { FullTextSearch } from './full-text-search.ts';
import { GrowingField } from './growing-field.ts';
import { ResultsView } from './results-view.ts';
import { SearchClock } from './search-clock.ts';
import { SearchFacets } from './search-facets.client.ts';
import { ShareLink } from './share-link.client.ts';
import { takeTexts } from './text-intake.ts';

const typingPauseMs = 120;
const fullTextPauseMs = 350;
const announcePauseMs = 200;
/** A link that is longer than this many characters is cut off by mail and chat programs. */
const maxLinkLength = 8000;

/**
 * Searches for the text of its form, and for what the address says. A paste stays on this page; only a link that the
 * reader asks for has it, after the `#`, which no browser sends.
 */
class SearchPage extends HTMLElement {
	readonly #form = partOf(this, 'form', HTMLFormElement);
	readonly #field = new GrowingField(partOf(this, 'input[name="q"]', HTMLInputElement));
	readonly #facets = partOf(this, 'search-facets', SearchFacets);
	readonly #share = partOf(this, 'share-link', ShareLink);
	readonly #status = partOf(this, '[data-status]');
	readonly #announcer = new Announcer(this.#status, announcePauseMs);
	readonly #view = new ResultsView(this);
	readonly #clock = new SearchClock();
	readonly #fullText = new FullTextSearch(
		this.#view,
		this.#facets,
		(this.dataset['parts'] ?? '').split(' '),
	);

	connectedCallback(): void {
		partOf(this, '[data-unscripted]').remove();
		takeTexts(this.#form, this.#field, {
			changed: () => this.#changed(),
			refused: (message) => {
				this.#clear();
				this.#announcer.now(message);
			},
		});
		this.#form.addEventListener('focusin', wake, { once: true });
		this.#form.addEventListener('input', ({ target }) => {
			if (target === this.#field.node) this.#changed();
		});
		this.#form.addEventListener('submit', (event) => {
			event.preventDefault();
			this.#fullText.reset();
			this.#facets.choice = noChoice;
			this.#remember('pushState');
			void this.#search();
		});
		this.#form.addEventListener('keydown', (event) => this.#pressed(event));
		this.#facets.addEventListener('change', () => {
			this.#remember('replaceState');
			void this.#search();
		});
		addEventListener('popstate', () => this.#restore());
		addEventListener('hashchange', () => this.#restore());
		this.#restore();
	}

	#changed(): void {
		const pauseMs = this.#field.isLong ? 0 : typingPauseMs;
		this.#clock.after(pauseMs, () => this.#search(fullTextPauseMs));
	}

	#pressed(event: KeyboardEvent): void {
		if (event.isComposing || event.target !== this.#field.node) return;
		if (event.key === 'Enter' && this.#field.isLong && !event.shiftKey) {
			event.preventDefault();
			this.#form.requestSubmit();
		} else if (event.key === 'ArrowDown' && !this.#field.isLong) {
			const first = this.querySelector<HTMLAnchorElement>('li h3 a');
			if (!first) return;
			event.preventDefault();
			first.focus();
		}
	}

	/** Keeps the search in the history. */
	#remember(method: 'pushState' | 'replaceState'): void {
		const { text, isLong } = this.#field;
		const { query, state } = toHistoryEntry(text, isLong, this.#facets.choice);
		history[method](state, '', query ? `?${query}` : location.pathname);
	}

	/** Searches for what the history says. */
	#restore(): void {
		const { text, facets, isShared } = readSearch(location, history.state);
		this.#fullText.reset();
		this.#facets.choice = facets;
		this.#field.text = text;
		// From the address into the history, where nobody looks over a shoulder.
		if (isShared) this.#remember('replaceState');
		this.#announcer.now('');
		this.#clear();
		void this.#search();
	}

	#clear(): void {
		this.#view.clear();
		this.#share.clear();
	}

	/** Both searches; each shows what it has as soon as it has it, and the other one's failure takes nothing away. */
	async #search(pauseMs = 0): Promise<void> {
		const isNewest = this.#clock.start();
		const { text } = this.#field;
		if (text.trim() === '') {
			this.#clear();
			this.#fullText.clear();
			this.#announcer.now('Type a code or words of the message, or paste the whole error.');
			return;
		}
		if (this.dataset['dev'] !== undefined) {
			this.#announcer.now('Search needs a built site: run npm start.');
			return;
		}
		this.#status.textContent ||= 'Searching…';
		this.#view.clearMore();
		const found = await ask(text).catch((error: unknown) => {
			console.error(error);
			return undefined;
		});
		if (!isNewest()) return;
		this.#showFound(text, found);
		if (pauseMs > 0) await new Promise((done) => setTimeout(done, pauseMs));
		if (!isNewest()) return;
		const message = await this.#fullText.find(text, found, isNewest);
		if (message) this.#announcer.say(message);
	}

	#showFound(text: string, found: Found | undefined): void {
		if (found) this.#view.showMatches(text, found);
		else this.#view.showFinderFailure();
		if (found && found.result.matches.length > 0) this.#announcer.say(summaryOf(found.result));
		const { isLong } = this.#field;
		const address = location.origin + resultsPath(text, isLong);
		const label = isLong ? 'Copy a link with your text' : 'Copy a link to this search';
		if (address.length > maxLinkLength) this.#share.clear();
		else this.#share.offer(label, address);
	}
}

adoptStyles(foundStyles);
customElements.define('search-page', SearchPage);
