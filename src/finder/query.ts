import { inOneForm } from './spelling.ts';
import { terminalSequences } from './terminal-sequence.ts';

/** Symbols that Pagefind keeps in a query and never in its index, so that one of them hides every result. */
const lostSymbols = /[`<>|~$^+=*"'“”‘’„]/g;

/** What a person pasted as text that can be searched: one Unicode form, no invisible characters, one line. */
export function cleanQuery(text: string): string {
	return inOneForm(text.replace(terminalSequences, ''))
		.replace(lostSymbols, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

/** Words that nearly every text about errors has, so that they tell nothing. */
const commonWords = new Set(
	(
		'a an and are at be been but by can cannot code could did do does error errors failed failure fatal for from ' +
		'had has have how i if in into is it its me my no not of on or so that the their then there this to unable ' +
		'was when while why with you your'
	).split(' '),
);

const longestCommonWord = Math.max(...[...commonWords].map(({ length }) => length));

/** Whether a word tells anything. The full-text index has the others neither. */
export function isTelling(word: string): boolean {
	if (word.length > longestCommonWord) return true;
	return word.length > 1 && !commonWords.has(word.toLowerCase());
}

/** Whether a word looks like a code: digits with letters, underscores, or capitals inside. */
export function isCodeLike(word: string): boolean {
	return (
		/\d/.test(word) ||
		word.includes('_') ||
		/^[A-Z]{4,}$/.test(word) ||
		/[a-z][A-Z]|[A-Z]{2}[a-z]{2}/.test(word)
	);
}

const betweenWords = /[\s()[\]{},;:/\\]/;

/**
 * The words of a text that tell something, in their order, without the marks around them but a minus before. Queries and
 * the full-text index have to be read alike. Parts of a wrapped code (`error[E0382]`, `net::ERR_X`) are words of their
 * own.
 */
export function wordsOf(text: string): readonly string[] {
	return text
		.split(betweenWords)
		.map((word) =>
			// Most words have no marks, and this is tried for each word of each guide.
			/^[a-z\d](?:.*[a-z\d])?$/i.test(word)
				? word
				: word.replace(/^[^\p{L}\p{N}-]+|[^\p{L}\p{N}]+$/gu, ''),
		)
		.filter(isTelling);
}

/**
 * The words of a cleaned query that tell something, the most telling first: those that look like codes, then long
 * ones.
 */
export function tellingWords(query: string, limit: number): readonly string[] {
	return [...new Set(wordsOf(query))]
		.map((word, position) => ({
			word,
			position,
			weight: (isCodeLike(word) ? 100 : 0) + Math.min(word.length, 20),
		}))
		.sort((a, b) => b.weight - a.weight || a.position - b.position)
		.slice(0, limit)
		.map(({ word }) => word);
}
