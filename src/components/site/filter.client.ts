import { filterWords, matchesFilter } from '#lib/text-filter.ts';

/** Narrows the tables of a page to the rows that hold what is typed, and leaves out headings without a row. */
export function init(root: HTMLElement): void {
	const filter = root.querySelector<HTMLElement>('.filter');
	const input = filter?.querySelector('input');
	const status = filter?.querySelector('[role="status"]');
	if (!filter || !input || !status) return;
	const rows = [...root.querySelectorAll<HTMLElement>('tbody tr')].map((row) => ({
		row,
		text: row.textContent.toLowerCase(),
	}));
	const parts = [...root.querySelectorAll<HTMLElement>('.index-part, .index-letter')];
	const narrow = (): void => {
		const words = filterWords(input.value);
		let count = 0;
		for (const { row, text } of rows) {
			const matches = matchesFilter(text, words);
			if (row.hidden === matches) row.hidden = !matches;
			if (matches) count += 1;
		}
		for (const part of parts) part.hidden = !part.querySelector('tbody tr:not([hidden])');
		root.toggleAttribute('data-filtered', words.length > 0);
		const all = rows.length.toLocaleString('en');
		status.textContent =
			words.length === 0
				? ''
				: count > 0
					? `${count.toLocaleString('en')} of ${all}`
					: `None of ${all}`;
	};
	input.addEventListener('input', narrow);
	input.addEventListener('keydown', ({ key }) => {
		if (key !== 'Enter') return;
		root.querySelector<HTMLElement>('tbody tr:not([hidden]) a')?.focus();
	});
	// A browser may bring back what was typed before.
	narrow();
	filter.hidden = false;
}
