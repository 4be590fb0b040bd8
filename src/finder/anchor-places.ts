import { hashEnd, hashOf, hashStart, hashStep, hashSteps } from './hash.ts';
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

/** Which of five neighbours make a run: two words before the broken one, that one, and two after it. */
const brokenRuns = [[2], [1, 2], [2, 3], [0, 1, 2], [1, 2, 3], [2, 3, 4]] as const;

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
	const keyOf = (first: number, last: number) =>
		Array.from({ length: last - first + 1 }, (_, index) => textOf(first + index)).join(' ');

	/** The runs around a line end, read as if it stood within a word. */
	const addBroken = (next: number) => {
		const parts = [next - 3, next - 2, next, next + 1, next + 2].map((word) => {
			if (word < 0 || word >= words.length) return undefined;
			return word === next ? textOf(next - 1) + textOf(next) : textOf(word);
		});
		for (const run of brokenRuns) {
			const runParts = run.map((index) => parts[index]);
			if (runParts.includes(undefined)) continue;
			const key = runParts.join(' ');
			if (key.length > mostWords * longestWord || !passes(hashOf(key))) continue;
			// The word that is broken starts before the line end.
			add(key, words[next + run[0] - 3]!);
		}
	};

	// A function of its own: an engine compiles a small one that is called often long before a large one with loops.
	const addRuns = (first: number) => {
		const last = Math.min(words.length, first + mostWords);
		let state = hashStart;
		for (let word = first; word < last; word += 1) {
			const start = words[word]!;
			const end = endOf(word);
			if (end - start > longestWord) break;
			if (word > first) state = hashStep(state, space);
			state = hashSteps(state, letters, start, end);
			if (passes(hashEnd(state))) add(keyOf(first, word), words[first]!);
		}
	};

	for (let word = 0; word < words.length; word += 1) {
		addRuns(word);
		if (word > 0 && (marks[words[word]!]! & before.line) !== 0) addBroken(word);
	}
	return places;
}
