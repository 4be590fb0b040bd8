/** No option: the field itself. */
export const noOption = -1;

/** The option that an arrow key leads to. Past either end comes the field itself. */
export function nextOption(selected: number, step: 1 | -1, count: number): number {
	const next = selected + step;
	if (next >= count) return noOption;
	return next < noOption ? count - 1 : next;
}

interface Found {
	readonly state: string;
	readonly matches: readonly {
		readonly guide: { readonly id: string };
		readonly isAlternative: boolean;
	}[];
}

/** What Enter does where no option is selected. */
export type EnterAction = 'select first' | 'show results' | { readonly goTo: string };

/**
 * To the guide that is certain; with several errors in one log the reader chooses; else to the page of results, or for a
 * log, which is in no address, to the list.
 */
export function enterAction({ state, matches }: Found, isLong: boolean): EnterAction | undefined {
	const [first, second] = matches;
	if (state === 'certain' && first)
		return !second || second.isAlternative || !isLong ? { goTo: first.guide.id } : 'select first';
	if (!isLong) return 'show results';
	return first ? 'select first' : undefined;
}
