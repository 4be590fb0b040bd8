import { literalsOf } from '#lib/placeholder.ts';
import { wordWeight } from './common-words.ts';
import { before, readText, toSpan, type ReadText, type Span } from './text.ts';

/*
 * A message template is a sequence of literal pieces with placeholders between. A text has the message when the pieces
 * stand in it in order, near each other. Only letters and digits are compared, so that quotes, wrapping and colours
 * do not matter.
 */

export interface Piece {
	readonly letters: string;
	/** Where its words start. */
	readonly words: readonly number[];
	/** Whether a word must start where it starts, and end where it ends: not where a placeholder touches it. */
	readonly opens: boolean;
	readonly closes: boolean;
}

export interface MessageTemplate {
	readonly message: string;
	readonly pieces: readonly Piece[];
	/** Letters of all pieces. */
	readonly length: number;
	/** Letters at its start that only say that it is an error: what programs put before it, or do not. */
	readonly lead: number;
	/** How much the words tell, by `wordWeight`. */
	readonly weight: number;
}

/** As much as a placeholder may stand for: letters, and line ends within them. */
const longestGap = 240;
const mostLines = 4;

export function compileTemplate(message: string): MessageTemplate {
	const literals = literalsOf(message);
	const pieces = literals.flatMap((literal, index): Piece[] => {
		const { letters, words } = readText(literal);
		if (letters === '') return [];
		const touchesPrevious = index > 0 && /^[\p{L}\p{N}]/u.test(literal);
		const touchesNext = index < literals.length - 1 && /[\p{L}\p{N}]$/u.test(literal);
		return [{ letters, words: [...words], opens: !touchesPrevious, closes: !touchesNext }];
	});
	return {
		message,
		pieces,
		lead: leadOf(pieces[0]),
		length: pieces.reduce((sum, { letters }) => sum + letters.length, 0),
		weight: pieces.flatMap(pieceWords).reduce((sum, word) => sum + wordWeight(word), 0),
	};
}

const leadWords = new Set(['error', 'fatal', 'uncaught', 'warning', 'panic']);

function leadOf(piece: Piece | undefined): number {
	if (!piece) return 0;
	const words = pieceWords(piece);
	const first = words.findIndex((word) => !leadWords.has(word));
	return first < 1 ? 0 : (piece.words[first] ?? 0);
}

export function pieceWords({ letters, words }: Piece): readonly string[] {
	return words.map((start, index) => letters.slice(start, words[index + 1]));
}

/** Three neighbouring words by which messages are indexed; shorter pieces have a shorter one. */
const anchorWords = 3;

export interface Anchor {
	/** The words, with a space between. */
	readonly key: string;
	readonly piece: number;
	readonly word: number;
}

/** Every run of three words of the pieces; of a piece with fewer, the whole. Only pieces that tell something count. */
export function anchorsOf({ pieces }: MessageTemplate): readonly Anchor[] {
	return pieces.flatMap((piece, index) => {
		const words = pieceWords(piece);
		const size = Math.min(anchorWords, words.length);
		return words.slice(0, words.length - size + 1).map((_, word) => ({
			key: words.slice(word, word + size).join(' '),
			piece: index,
			word,
		}));
	});
}

/** A place in a text at which some or all of a template stands. */
export interface Occurrence {
	readonly span: Span;
	/** Letters of the template that were found, as a share of all: 1 is the whole message. */
	readonly coverage: number;
	/** The message begins, and the text ends, or breaks off with an ellipsis, where it would go on. */
	readonly isCut: boolean;
	/** All of the message from some word on is there, and only its beginning is missing. */
	readonly isTail: boolean;
	/** Letters in the text that the occurrence takes, placeholders included. */
	readonly start: number;
	readonly end: number;
}

function startsWord({ marks, letters }: ReadText, letter: number): boolean {
	return letter >= letters.length || (marks[letter]! & before.gap) !== 0;
}

function standsAt(text: ReadText, piece: Piece, letter: number): boolean {
	return (
		letter >= 0 &&
		text.letters.startsWith(piece.letters, letter) &&
		(!piece.opens || startsWord(text, letter)) &&
		(!piece.closes || startsWord(text, letter + piece.letters.length))
	);
}

function fewLines({ marks }: ReadText, start: number, end: number): boolean {
	let lines = 0;
	for (let letter = start; letter <= end && letter < marks.length; letter += 1) {
		if (marks[letter]! & before.line) lines += 1;
	}
	return lines <= mostLines;
}

/** Where a piece stands next, from a letter on and within a placeholder's length of it. */
function findAfter(text: ReadText, piece: Piece, from: number): number | undefined {
	const window = text.letters.slice(from, from + longestGap + piece.letters.length);
	for (
		let at = window.indexOf(piece.letters);
		at >= 0;
		at = window.indexOf(piece.letters, at + 1)
	) {
		if (standsAt(text, piece, from + at))
			return fewLines(text, from, from + at) ? from + at : undefined;
	}
	return undefined;
}

/** Where a piece stands last, before a letter and within a placeholder's length of it. */
function findBefore(text: ReadText, piece: Piece, until: number): number | undefined {
	const first = Math.max(0, until - longestGap - piece.letters.length);
	const window = text.letters.slice(first, until);
	const size = piece.letters.length;
	for (
		let at = window.lastIndexOf(piece.letters);
		at >= 0;
		at = at > 0 ? window.lastIndexOf(piece.letters, at - 1) : -1
	) {
		if (standsAt(text, piece, first + at))
			return fewLines(text, first + at + size, until) ? first + at : undefined;
	}
	return undefined;
}

/** Whether the source breaks off after a letter: at its end, or with dots. */
function breaksOff({ source, offsets, letters }: ReadText, end: number): boolean {
	if (end >= letters.length) return true;
	return /^\S?\s*(?:\u2026|\.\.\.)/.test(source.slice((offsets[end - 1] ?? 0) + 1).slice(0, 8));
}

/** What of a piece stands around a place at which its anchor stands. */
interface Run {
	readonly start: number;
	readonly end: number;
	/** Whether it has the first and the last letter of the piece. */
	readonly hasStart: boolean;
	readonly hasEnd: boolean;
	readonly breaksOff: boolean;
}

function wholeRun(piece: Piece, start: number): Run {
	const end = start + piece.letters.length;
	return { start, end, hasStart: true, hasEnd: true, breaksOff: false };
}

/** As many whole words of a piece as stand around the one that is its anchor. */
function runAround(text: ReadText, piece: Piece, pieceStart: number, word: number): Run {
	const { letters } = piece;
	const anchorStart = piece.words[word] ?? 0;
	let first = anchorStart;
	while (first > 0 && text.letters[pieceStart + first - 1] === letters[first - 1]) first -= 1;
	let last = anchorStart;
	while (last < letters.length && text.letters[pieceStart + last] === letters[last]) last += 1;
	const isCut = last < letters.length && breaksOff(text, pieceStart + last);
	first = wordStartFrom(text, piece, pieceStart, first, anchorStart);
	// Only whole words count, unless the text ends within one.
	if (!isCut) last = wordEndUntil(text, piece, pieceStart, last, anchorStart);
	return {
		start: pieceStart + first,
		end: pieceStart + last,
		hasStart: first === 0,
		hasEnd: last === letters.length,
		breaksOff: isCut,
	};
}

/** The first place, from one up to its anchor, at which a word of the piece and of the text starts. */
function wordStartFrom(
	text: ReadText,
	piece: Piece,
	pieceStart: number,
	from: number,
	anchorStart: number,
): number {
	const opens = (at: number) =>
		piece.words.includes(at) && (at > 0 || !piece.opens || startsWord(text, pieceStart));
	let first = from;
	while (first < anchorStart && !opens(first)) first += 1;
	return first;
}

/** The last place, up to one and from its anchor on, at which a word of the piece and of the text ends. */
function wordEndUntil(
	text: ReadText,
	piece: Piece,
	pieceStart: number,
	until: number,
	anchorStart: number,
): number {
	const size = piece.letters.length;
	const isWhole = until === size && (!piece.closes || startsWord(text, pieceStart + size));
	if (isWhole) return size;
	let last = Math.min(until, size - 1);
	while (last > anchorStart && !piece.words.includes(last)) last -= 1;
	return last;
}

/** As many pieces as stand one after the other beside a run. */
interface Chain {
	/** Where the outermost of them starts, or ends; that of the run where there is none. */
	readonly edge: number;
	/** How many letters they have. */
	readonly letters: number;
	readonly isComplete: boolean;
	/** The text ends where the next of them would be. */
	readonly breaksOff: boolean;
}

function noChain(edge: number): Chain {
	return { edge, letters: 0, isComplete: false, breaksOff: false };
}

/** The pieces before a run. */
function chainBefore(text: ReadText, pieces: readonly Piece[], start: number): Chain {
	let edge = start;
	let letters = 0;
	for (const piece of pieces.toReversed()) {
		const found = findBefore(text, piece, edge);
		if (found === undefined) return { edge, letters, isComplete: false, breaksOff: false };
		edge = found;
		letters += piece.letters.length;
	}
	return { edge, letters, isComplete: true, breaksOff: false };
}

/** The pieces after a run. */
function chainAfter(text: ReadText, pieces: readonly Piece[], end: number): Chain {
	let edge = end;
	let letters = 0;
	for (const piece of pieces) {
		const found = findAfter(text, piece, edge);
		if (found === undefined) {
			// The text may end within the placeholder or within the next piece.
			const breaksOff = text.letters.length - edge < longestGap && endsInside(text, piece, edge);
			return { edge, letters, isComplete: false, breaksOff };
		}
		edge = found + piece.letters.length;
		letters += piece.letters.length;
	}
	return { edge, letters, isComplete: true, breaksOff: false };
}

/**
 * The template around a place in the text at which a word of one of its pieces stands, as an index tells. Whole where
 * all pieces are there; else as much of it as follows and precedes. Time is bounded by the template and the gaps,
 * whatever the length of the text.
 */
export function matchAt(
	text: ReadText,
	template: MessageTemplate,
	anchor: Pick<Anchor, 'piece' | 'word'>,
	letter: number,
): Occurrence | undefined {
	const { pieces, lead } = template;
	const piece = pieces[anchor.piece];
	if (!piece) return undefined;
	const pieceStart = letter - (piece.words[anchor.word] ?? 0);
	const run = standsAt(text, piece, pieceStart)
		? wholeRun(piece, pieceStart)
		: runAround(text, piece, pieceStart, anchor.word);
	// Without its lead a message is whole.
	const hasNoLead = anchor.piece === 0 && lead > 0 && run.start === pieceStart + lead;
	const head =
		run.hasStart || hasNoLead
			? chainBefore(text, pieces.slice(0, anchor.piece), run.start)
			: noChain(run.start);
	const tail = run.hasEnd
		? chainAfter(text, pieces.slice(anchor.piece + 1), run.end)
		: noChain(run.end);
	const [start, end] = [head.edge, tail.edge];
	if (end <= start) return undefined;
	const matched = (hasNoLead ? lead : 0) + head.letters + (run.end - run.start) + tail.letters;
	return {
		span: toSpan(text, start, end),
		coverage: matched / template.length,
		isCut: head.isComplete && (run.breaksOff || tail.breaksOff),
		isTail: tail.isComplete && !head.isComplete,
		start,
		end,
	};
}

/** Whether the text ends with the beginning of the piece, or with what a placeholder stands for. */
function endsInside(text: ReadText, piece: Piece, from: number): boolean {
	const rest = text.letters.slice(from);
	const hasMoreLines = [...text.marks.subarray(from + 1)].some((mark) => mark & before.line);
	return !hasMoreLines || piece.letters.startsWith(rest.slice(-Math.min(rest.length, 6)));
}

/**
 * Where a whole message stands in a text, as offsets into the text; nothing when a piece is missing. Linear in the
 * length of the text: candidates are the places of one piece only.
 */
export function findTemplate(template: MessageTemplate, text: string): Span | undefined {
	const read = readText(text);
	const { pieces } = template;
	const longest = pieces.reduce(
		(best, { letters }, index) =>
			letters.length > (pieces[best]?.letters.length ?? 0) ? index : best,
		0,
	);
	const piece = pieces[longest];
	if (!piece) return undefined;
	let at = read.letters.indexOf(piece.letters);
	while (at >= 0) {
		const found = standsAt(read, piece, at)
			? matchAt(read, template, { piece: longest, word: 0 }, at)
			: undefined;
		if (found?.coverage === 1) return found.span;
		at = read.letters.indexOf(piece.letters, at + 1);
	}
	return undefined;
}
