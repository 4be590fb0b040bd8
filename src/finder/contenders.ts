import { certainScore, type Evidence } from './evidence.ts';
import type { FoundGuide } from './index-reader.ts';
import { before, firstNotBelow, type ReadText, type Span } from './text.ts';

/** Below this, what speaks for a guide is not worth a reader's look. */
const leastScore = 2.4;
const productBonus = 1;
const headBonus = 0.8;
/** What a guide can score for which nothing speaks but talk about its error. */
const mostOfDoubtful = certainScore - 1;
/** What something else must score to make up for that. */
const leastBeyondDoubt = 5;
/** How far before its evidence the name of a product may stand on its line, in letters. */
const lineHead = 80;
/** How far around its evidence the name of a product counts, in letters. */
const neighbourhood = 1500;

/** A guide with all that speaks for it in a text. */
export interface Contender {
	readonly guide: FoundGuide;
	/** Best first. */
	readonly evidence: readonly Evidence[];
	readonly score: number;
}

/** The longest of the product's marks that stands as whole words between two letters, or nothing. */
function findMark(text: ReadText, { product }: FoundGuide, from: number, to: number): string {
	const window = text.letters.slice(from, to);
	const standsAt = (at: number, mark: string) => {
		const end = from + at + mark.length;
		const opens = (text.marks[from + at]! & before.gap) !== 0;
		return opens && (end >= text.letters.length || (text.marks[end]! & before.gap) !== 0);
	};
	return product.marks.reduce((longest, mark) => {
		if (mark.length <= longest.length) return longest;
		for (let at = window.indexOf(mark); at >= 0; at = window.indexOf(mark, at + 1))
			if (standsAt(at, mark)) return mark;
		return longest;
	}, '');
}

/** Where the line of a letter starts, or as far before it as the head of a log line goes. */
function lineStart({ marks }: ReadText, letter: number): number {
	let start = letter;
	while (start > 0 && letter - start < lineHead && !((marks[start] ?? 0) & before.line)) start -= 1;
	return start;
}

/** What is left of evidence that lies within the whole message of another guide: the longer one is the more specific. */
const withinOther = 0.7;
/** More evidence than that is the same over and over. */
const mostCompared = 600;

function weighAgainstOthers(all: readonly Evidence[]): readonly Evidence[] {
	const messages = all.filter(({ isVerbatim }) => isVerbatim).slice(0, mostCompared);
	return all.map((evidence) => {
		const { guide, span, score } = evidence;
		const isWithin = messages.some(
			(other) =>
				other.guide.id !== guide.id &&
				other.span.start <= span.start &&
				other.span.end >= span.end &&
				other.span.end - other.span.start > span.end - span.start,
		);
		return isWithin ? { ...evidence, score: score * withinOther } : evidence;
	});
}

/** The guides that something speaks for, best first. */
export function contenders(text: ReadText, found: readonly Evidence[]): readonly Contender[] {
	const all = weighAgainstOthers(found);
	return [...Map.groupBy(all, ({ guide }) => guide.id).values()]
		.map((list) => {
			const evidence = [...list].sort((a, b) => b.score - a.score || a.span.start - b.span.start);
			const best = evidence[0]!; // Groups are never empty.
			// What stands elsewhere says something new; the code within the message hardly does.
			const elsewhere = evidence.find(({ span }) => !overlap(span, best.span))?.score ?? 0;
			const within = evidence.find(({ kind, isPart }) => kind !== best.kind && !isPart)?.score ?? 0;
			const score = best.score + Math.max(0.3 * elsewhere, 0.15 * within);
			const letter = firstNotBelow(text.offsets, best.span.start);
			const near = [Math.max(0, letter - neighbourhood), letter + neighbourhood] as const;
			// A log line says first who wrote it.
			const isHead = findMark(text, best.guide, lineStart(text, letter), letter) !== '';
			return {
				guide: best.guide,
				evidence,
				score: score + (isHead ? headBonus : 0),
				mark: findMark(text, best.guide, ...near),
			};
		})
		.map((contender, _, all) => {
			const { mark } = contender;
			// “Windows Update” does not speak for Windows.
			const isPartOfOther = all.some((other) => other.mark !== mark && other.mark.includes(mark));
			const bonus = mark !== '' && !isPartOfOther ? productBonus : 0;
			const isDoubtful = contender.evidence.every(
				(one) => one.isDoubtful || one.score < leastBeyondDoubt,
			);
			const score = contender.score + bonus;
			return { ...contender, score: isDoubtful ? Math.min(score, mostOfDoubtful) : score };
		})
		.filter(({ score }) => score >= leastScore)
		.sort((a, b) => b.score - a.score || (a.guide.id < b.guide.id ? -1 : 1));
}

export function overlap(a: Span, b: Span): boolean {
	return a.start < b.end && b.start < a.end;
}
