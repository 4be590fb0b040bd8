import { filterStatus, filterWords, matchesFilter } from '#lib/text-filter.ts';

/** Narrows its tables to the rows that have what is typed, and leaves out headings without a row. */
class CodeIndex extends HTMLElement {
	readonly #rows = [...this.querySelectorAll<HTMLElement>('tbody tr')].map((row) => ({
		row,
		text: row.textContent.toLowerCase(),
	}));

	connectedCallback(): void {
		const filter = this.querySelector<HTMLElement>('[data-filter]');
		const input = filter?.querySelector('input');
		const status = filter?.querySelector('[role="status"]');
		if (!filter || !input || !status) return;
		const narrow = () => (status.textContent = this.#narrow(input.value));
		input.addEventListener('input', narrow);
		input.addEventListener('keydown', ({ key }) => {
			if (key === 'Enter') this.querySelector<HTMLElement>('tbody tr:not([hidden]) a')?.focus();
		});
		// A browser may bring back what was typed before.
		narrow();
		filter.hidden = false;
	}

	/** How many rows are left, in words. */
	#narrow(typed: string): string {
		const words = filterWords(typed);
		let count = 0;
		for (const { row, text } of this.#rows) {
			const matches = matchesFilter(text, words);
			if (row.hidden === matches) row.hidden = !matches;
			if (matches) count += 1;
		}
		for (const part of this.querySelectorAll<HTMLElement>('[data-part]'))
			part.hidden = !part.querySelector('tbody tr:not([hidden])');
		this.toggleAttribute('data-filtered', words.length > 0);
		return words.length > 0 ? filterStatus(count, this.#rows.length) : '';
	}
}

customElements.define('code-index', CodeIndex);
