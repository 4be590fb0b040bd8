import { facetNames, readChoice, type FacetChoice } from './facets.ts';

/** What a reader searches for. */
export interface Search {
	readonly text: string;
	readonly facets: FacetChoice;
	/** The text came in a link and has to leave the address, where others may read it. */
	readonly isShared: boolean;
}

function decodeFragment(fragment: string): string {
	try {
		return decodeURIComponent(fragment);
	} catch {
		return '';
	}
}

/** The search that an entry of the history stands for. A paste is in its fragment or its state, a typed text in its query. */
export function readSearch(
	{ search, hash }: Pick<Location, 'search' | 'hash'>,
	state: unknown,
): Search {
	const parameters = new URLSearchParams(search);
	const shared = decodeFragment(hash.slice(1));
	const kept =
		typeof state === 'object' && state !== null && 'text' in state && typeof state.text === 'string'
			? state.text
			: undefined;
	return {
		text: shared || (kept ?? parameters.get('q') ?? ''),
		facets: readChoice(parameters),
		isShared: shared !== '',
	};
}

/** An entry of the history that stands for a search: a typed text is in its query, a long one in its state alone. */
export function toHistoryEntry(
	text: string,
	isLong: boolean,
	facets: FacetChoice,
): { readonly query: string; readonly state: { readonly text: string } | null } {
	const parameters = new URLSearchParams();
	if (text && !isLong) parameters.set('q', text);
	for (const name of facetNames) for (const value of facets[name]) parameters.append(name, value);
	return { query: parameters.toString(), state: isLong ? { text } : null };
}
