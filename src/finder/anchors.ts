import { hashEnd, hashOf, hashStart, hashStep } from './hash.ts';
import { before, type ReadText } from './text.ts';

/** Where a text has words that the index knows as the anchor of a message. */
export interface AnchorPlace {
	readonly key: string;
	/** The letter at which its first word starts. */
	readonly letter: number;
}

const mostWords = 3;
const longestWord = 40;
/** A line that a log repeats is looked at this often. */
const mostPlaces = 8;
const space = 32;

/**
 * The places of a text at which one, two or three neighbouring words pass the filter. A word that a line end breaks in
 * two counts as both: two words, and one. Linear in the length of the text.
 */
export function anchorPlaces(
	text: ReadText,
	passes: (hash: number) => boolean,
): readonly AnchorPlace[] {
	const { letters, words, marks } = text;
	const counts = new Map<string, number>();
	const places: AnchorPlace[] = [];
	const add = (key: string, letter: number) => {
		const count = counts.get(key) ?? 0;
		if (count >= mostPlaces) return;
		counts.set(key, count + 1);
		places.push({ key, letter });
	};
	const endOf = (word: number) => (word + 1 < words.length ? words[word + 1]! : letters.length);
	const textOf = (word: number) => letters.slice(words[word], endOf(word));

	for (let first = 0; first < words.length; first += 1) {
		let state = hashStart;
		let key = '';
		for (let word = first; word < first + mostWords && word < words.length; word += 1) {
			const end = endOf(word);
			if (end - words[word]! > longestWord) break;
			if (word > first) state = hashStep(state, space);
			for (let at = words[word]!; at < end; at += 1)
				state = hashStep(state, letters.charCodeAt(at));
			if (!passes(hashEnd(state))) continue;
			key = Array.from({ length: word - first + 1 }, (_, index) => textOf(first + index)).join(' ');
			add(key, words[first]!);
		}
		if (first === 0 || !(marks[words[first]!]! & before.line)) continue;
		for (const [key, letter] of brokenWords(first, words, textOf)) {
			if (key.length <= mostWords * longestWord && passes(hashOf(key))) add(key, letter);
		}
	}
	return places;
}

/** The runs around a line end, read as if it stood within a word. */
function brokenWords(
	next: number,
	words: Int32Array,
	textOf: (word: number) => string,
): readonly (readonly [key: string, letter: number])[] {
	const parts = [next - 3, next - 2, next, next + 1, next + 2].map((word) => {
		if (word < 0 || word >= words.length) return undefined;
		return word === next ? textOf(next - 1) + textOf(next) : textOf(word);
	});
	const starts = [next - 3, next - 2, next - 1].map((word) => words[word] ?? 0);
	return [[2], [1, 2], [2, 3], [0, 1, 2], [1, 2, 3], [2, 3, 4]].flatMap((run) => {
		const found = run.map((index) => parts[index]);
		if (found.includes(undefined)) return [];
		return [[found.join(' '), starts[run[0]!]!] as const];
	});
}
