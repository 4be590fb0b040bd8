import { codeKey } from '#lib/notation.ts';
import { cleanQuery, isCodeLike, tellingWords } from './query.ts';

/* Pagefind's own index with what its word search lacks: the exact code first, a fallback to some of the words, and no
 * hits that have nothing of the query. `research` on Pagefind 1.6: a word that is in no page is replaced by the longest
 * prefix that is in one, so an unknown code finds pages that share its first letters. */

/** Facets and the values of which a page must have one. */
export type Filters = Readonly<Record<string, { readonly any: readonly string[] }>>;

/** The part of Pagefind's interface that is used here. */
export interface Pagefind {
	search(term: string, options: { readonly filters: Filters }): Promise<PagefindResponse>;
}

interface PagefindResponse {
	readonly results: readonly PagefindResult[];
}

interface PagefindResult {
	readonly id: string;
	readonly score: number;
	data(): Promise<PagefindData>;
}

interface PagefindData {
	readonly url: string;
	/** The words of the page that tell something. */
	readonly content: string;
	readonly meta: Readonly<Record<string, string>>;
}

export interface Hit {
	readonly url: string;
	readonly code: string;
	readonly name: string;
	readonly product: string;
	readonly category: string;
	/** The quick answer, as text with `back-ticked` code. */
	readonly answer: string;
	/** The words of the query that the page has. */
	readonly words: readonly string[];
	/** The code, an alias or another notation is what was typed. */
	readonly exact: boolean;
	/** A fix of the guide is proven. */
	readonly proven: boolean;
}

/** How many pages are read for one answer, which bounds what is fetched. */
const mostHits = 40;
const mostWords = 8;

function toHit({ url, meta }: PagefindData, exact: boolean, words: readonly string[]): Hit {
	return {
		url,
		code: meta['code'] ?? meta['title'] ?? url,
		name: meta['name'] ?? '',
		product: meta['product'] ?? '',
		category: meta['category'] ?? '',
		answer: meta['answer'] ?? '',
		words,
		exact,
		proven: meta['proven'] === 'yes',
	};
}

/** The names under which a page knows its code, as keys. */
function codeKeys({ meta }: PagefindData): ReadonlySet<string> {
	const aliases = (meta['aliases'] ?? '').split(' · ');
	return new Set([meta['code'] ?? '', ...aliases].map(codeKey).filter(Boolean));
}

/** Every run of up to four neighbouring words as a key, so that `502 Bad Gateway` is found inside a sentence. */
function windowKeys(query: string): ReadonlySet<string> {
	const words = query.split(/[\s()[\]{},;/\\]+|:+(?=\s|$)|::/).filter(Boolean);
	const keys = new Set<string>();
	for (let start = 0; start < words.length; start += 1) {
		for (let length = 1; length <= 4 && start + length <= words.length; length += 1) {
			keys.add(codeKey(words.slice(start, start + length).join(' ')));
		}
	}
	return keys;
}

/** Whether a page really has the word: codes whole, other words up to their ending, as the index is stemmed. */
function hasWord(text: string, keys: ReadonlySet<string>, word: string): boolean {
	const key = codeKey(word);
	if (keys.has(key)) return true;
	return text.includes(stemOf(word)) || (isCodeLike(word) && codeKey(text).includes(key));
}

/** As much of a word as its forms have in common; a code has one form. */
function stemOf(word: string): string {
	if (isCodeLike(word)) return word.toLowerCase();
	return word.toLowerCase().slice(0, Math.max(4, Math.ceil(word.length * 0.65)));
}

/** A run of a text; `word` is the word of the query of which it is a form. */
export interface Run {
	readonly text: string;
	readonly word?: string;
}

/** A text in runs, so that those which are forms of these words can be marked. */
export function runsOf(text: string, words: readonly string[]): readonly Run[] {
	const wanted = words.map((word) => ({ word, start: stemOf(word).replace(/^-+/, '') }));
	return text
		.split(/([\p{L}\p{N}_]+(?:[.:'’-][\p{L}\p{N}_]+)*)/u)
		.filter((run) => run !== '')
		.map((run) => {
			const form = wanted.find(({ start }) => run.toLowerCase().startsWith(start));
			return form ? { text: run, word: form.word } : { text: run };
		});
}

async function rank(
	results: readonly PagefindResult[],
	query: string,
	words: readonly string[],
	fewestWords: number,
): Promise<Hit[]> {
	const pages = await Promise.all(results.slice(0, mostHits).map((result) => result.data()));
	const windows = windowKeys(query);
	return pages
		.flatMap((page, position) => {
			const keys = codeKeys(page);
			const text = `${Object.values(page.meta).join(' ')} ${page.content}`.toLowerCase();
			const matched = words.filter((word) => hasWord(text, keys, word));
			const exact = [...keys].some((key) => windows.has(key));
			if (!exact && matched.length < fewestWords) return [];
			return [{ hit: toHit(page, exact, matched), position }];
		})
		.sort(
			(a, b) =>
				Number(b.hit.exact) - Number(a.hit.exact) ||
				b.hit.words.length - a.hit.words.length ||
				a.position - b.position,
		)
		.map(({ hit }) => hit);
}

/** Pages by the sum of their scores over single words; words that nearly every page has count little. */
async function searchAnyWord(
	pagefind: Pagefind,
	words: readonly string[],
	filters: Filters,
): Promise<PagefindResult[]> {
	const scores = new Map<string, { result: PagefindResult; score: number }>();
	for (const word of words) {
		const { results } = await pagefind.search(word, { filters });
		const weight = (isCodeLike(word) ? 3 : 1) / Math.log2(2 + results.length);
		for (const result of results) {
			const known = scores.get(result.id);
			scores.set(result.id, { result, score: (known?.score ?? 0) + result.score * weight });
		}
	}
	return [...scores.values()].sort((a, b) => b.score - a.score).map(({ result }) => result);
}

/**
 * Guides for what a person typed, best first: all words, else some of them. An empty list means that nothing fits, not
 * that something went wrong; a failure to load the index rejects.
 */
export async function searchFullText(
	pagefind: Pagefind,
	input: string,
	filters: Filters,
): Promise<readonly Hit[]> {
	const query = cleanQuery(input).slice(0, 1000);
	if (query === '') return [];
	const words = tellingWords(query, mostWords);
	// A short query without a telling word ("not a function") is searched as it is.
	const wanted = words.length > 0 ? words : query.split(' ').slice(0, mostWords);
	const all = await pagefind.search(wanted.join(' '), { filters });
	const hits = await rank(all.results, query, wanted, wanted.length);
	if (hits.length > 0) return hits;
	const any = await searchAnyWord(pagefind, wanted, filters);
	return rank(any, query, wanted, Math.max(1, Math.ceil(wanted.length / 2)));
}
