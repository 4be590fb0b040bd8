import { everydayWords } from './common-words.ts';
import { isCodeLike } from './query.ts';
import { hashOf } from './hash.ts';
import type { IndexReader, FoundGuide } from './index-reader.ts';
import { toSpan, type ReadText, type Span } from './text.ts';

/** A code that differs from what was typed by one edit. */
export interface Suggestion {
	/** Only a digit is another one: numbers that look alike have nothing else in common. */
	readonly isOtherNumber: boolean;
	readonly guide: FoundGuide;
	/** The code or alias, as the guide writes it. */
	readonly name: string;
	readonly span: Span;
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
const shortest = 4;
const longest = 40;
/** A typed question; in more text than that, a typo is not what is wrong. */
const mostWords = 16;
/** A word as long as that is no word of a sentence. */
const longWord = 13;
const mostSuggestions = 3;

/** Every key one edit away: a letter left out, put in, changed, or two neighbours swapped. About 73 for each letter. */
function* edits(key: string): Generator<string> {
	for (let at = 0; at <= key.length; at += 1) {
		const head = key.slice(0, at);
		const tail = key.slice(at);
		if (tail) yield head + tail.slice(1);
		if (tail.length > 1) yield head + tail[1]! + tail[0]! + tail.slice(2);
		for (const letter of alphabet) {
			if (tail) yield head + letter + tail.slice(1);
			yield head + letter + tail;
		}
	}
}

/**
 * Codes that a short text may have meant to type. Numbers are compared like letters: `0x80070002` and `0x80070005`
 * have nothing in common but their looks, so that what this finds is never more than a question to the reader.
 */
export async function findTypos(
	index: IndexReader,
	text: ReadText,
): Promise<readonly Suggestion[]> {
	const { letters, words } = text;
	if (words.length > mostWords) return [];
	const passes = await index.filter('codes');
	const places = new Map<string, readonly [start: number, end: number]>();
	for (const [start, end] of runsOf(text)) {
		const key = letters.slice(start, end);
		if (key.length < shortest || key.length > longest || everydayWords.has(key)) continue;
		for (const edit of edits(key)) {
			if (edit !== key && passes(hashOf(edit)) && !places.has(edit)) places.set(edit, [start, end]);
		}
	}
	const hits = await index.codes(places.keys());
	const seen = new Set<string>();
	return hits
		.filter(({ key, guide }) => !key.includes(' ') && !seen.has(guide.id) && seen.add(guide.id))
		.slice(0, mostSuggestions)
		.map(({ key, guide, name }) => {
			const [start, end] = places.get(key) ?? [0, 0];
			const typed = letters.slice(start, end);
			return {
				guide,
				name,
				span: toSpan(text, start, end),
				isOtherNumber: typed.length === key.length && withoutDigits(typed) === withoutDigits(key),
			};
		});
}

/** Hexadecimal digits count as digits where there are others around them. */
function withoutDigits(key: string): string {
	return /^(?:0x)?[0-9a-f]{6,}$/.test(key) ? '' : key.replace(/\d/g, '');
}

/**
 * Each word that looks like a code, long pairs of words, for codes such as `missing separator`, and the whole text. Other
 * words of a sentence are not mistyped codes.
 */
function runsOf({
	source,
	letters,
	words,
	offsets,
}: ReadText): readonly (readonly [start: number, end: number])[] {
	const single = [...words].flatMap((start, index) => {
		const end = words[index + 1] ?? letters.length;
		const typed = source.slice(offsets[start], (offsets[end - 1] ?? 0) + 1);
		// A number in a sentence is a number.
		const isCode =
			words.length === 1 || (isCodeLike(typed) && !/^\d+$/.test(typed)) || end - start >= longWord;
		return isCode ? [[start, end] as const] : [];
	});
	const pairs = [...words].flatMap((start, index) => {
		const end = words[index + 2] ?? letters.length;
		return index + 1 < words.length && end - start >= longWord ? [[start, end] as const] : [];
	});
	return [...single, ...pairs, [0, letters.length] as const];
}
