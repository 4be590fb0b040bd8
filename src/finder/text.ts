/*
 * What a person pasted, read once in linear time: its letters and digits in one folded form, without anything between
 * them, and where each came from. Quotes, dashes, colours, invisible characters, line ends and wrapped lines differ from
 * screen to screen; the letters do not.
 */

import { terminalSequence } from './terminal-sequence.ts';

export interface ReadText {
	readonly source: string;
	/** Letters and digits only: lower case, without accents, compatibility forms resolved. */
	readonly letters: string;
	/** Where each letter starts in the source, in UTF-16 code units. */
	readonly offsets: Int32Array;
	/** What stands before each letter: a sum of `before`. */
	readonly marks: Uint8Array;
	/** The index in `letters` at which each word starts. A word is a run of letters and digits. */
	readonly words: Int32Array;
}

/** What can stand before a letter. */
export const before = {
	/** Something that is neither letter nor digit, so that a word starts here. */
	gap: 1,
	/** That something is underscores alone: the word goes on a name such as `ERR_MODULE`. */
	underscore: 2,
	/** A line end. */
	line: 4,
	/** A minus directly before, and no letter before that: the sign of a number. */
	minus: 8,
} as const;

/** A character as JSON and other sources write it. All that matter here are marks, not letters. */
const unicodeEscape = /\\u[0-9a-f]{4}/iy;

/** A colour whose escape character got lost on the way. */
const lostEscape = /\[\d{1,3}(?:;\d{1,3}){0,4}m/y;

/** A byte of an address, as in `not%20found`. */
const percentByte = /%[0-9a-f]{2}/iy;

/** A character of HTML, as in text copied from a page's source. All that matter here are marks, not letters. */
const entity = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/iy;

const isDash = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D-]/;
const isLetter = /[\p{L}\p{N}]/u;
/** Marks that combine with a letter, and characters without width: they neither are letters nor part them. */
const isUnseen = /[\p{M}\p{Cf}]/u;

/** 0: parts words. 1: is passed over. 2: its letters are in `folded`. */
interface Folded {
	readonly kind: 0 | 1 | 2;
	readonly letters: string;
}

const foldedCharacters = new Map<string, Folded>();

function fold(character: string): Folded {
	const known = foldedCharacters.get(character);
	if (known) return known;
	const letters = [...character.normalize('NFKD').toLowerCase()]
		.filter((part) => isLetter.test(part))
		.join('');
	const kind = letters !== '' ? 2 : isUnseen.test(character) ? 1 : 0;
	const folded = { kind, letters } as const;
	// Text in many scripts must not fill the memory.
	if (foldedCharacters.size < 20_000) foldedCharacters.set(character, folded);
	return folded;
}

/** Units in the byte order of the machine; where that is another than the decoder's, one by one. */
const decoder =
	new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? new TextDecoder('utf-16le') : undefined;
const fewUnits = 256;

/** Letters have no lone surrogates, which a decoder would replace. */
function toText(units: Uint16Array): string {
	if (decoder && units.length > fewUnits) return decoder.decode(units);
	if (units.length <= fewUnits) return String.fromCharCode(...units);
	let text = '';
	for (const unit of units) text += String.fromCharCode(unit);
	return text;
}

/** The letters of a text as they are found. */
class Letters {
	// One character can fold to several letters (`㎏`, `ﬃ`), but at most to 18, and hardly ever to more than one.
	#units: Uint16Array;
	#offsets: Int32Array;
	#marks: Uint8Array;
	readonly #words: number[] = [];
	#length = 0;
	#pending: number = before.gap;
	/** Whether all that stood since the last letter was underscores. */
	#onlyUnderscores = false;

	constructor(capacity: number) {
		this.#units = new Uint16Array(capacity);
		this.#offsets = new Int32Array(capacity);
		this.#marks = new Uint8Array(capacity);
	}

	add(unit: number, at: number): void {
		if (this.#length >= this.#units.length) this.#grow();
		let mark = this.#pending;
		if (mark & before.gap) {
			if (this.#onlyUnderscores && this.#length > 0) mark |= before.underscore;
			this.#words.push(this.#length);
		}
		this.#units[this.#length] = unit;
		this.#offsets[this.#length] = at;
		this.#marks[this.#length] = mark;
		this.#length += 1;
		this.#pending = 0;
		this.#onlyUnderscores = true;
	}

	underscore(): void {
		this.#pending |= before.gap;
	}

	/** Something that parts words. */
	part(mark: number): void {
		this.#pending = (this.#pending | before.gap | mark) & ~before.minus;
		this.#onlyUnderscores = false;
	}

	/** It parts words too; where no letter stands directly before, it is a sign. */
	dash(): void {
		const isJoined = this.#pending === 0 && this.#length > 0;
		this.part(0);
		if (!isJoined) this.#pending |= before.minus;
	}

	finish(source: string): ReadText {
		return {
			source,
			letters: toText(this.#units.subarray(0, this.#length)),
			offsets: this.#offsets.subarray(0, this.#length),
			marks: this.#marks.subarray(0, this.#length),
			words: new Int32Array(this.#words),
		};
	}

	#grow(): void {
		const larger = 2 * this.#units.length;
		const [units, offsets, marks] = [this.#units, this.#offsets, this.#marks];
		this.#units = new Uint16Array(larger);
		this.#units.set(units);
		this.#offsets = new Int32Array(larger);
		this.#offsets.set(offsets);
		this.#marks = new Uint8Array(larger);
		this.#marks.set(marks);
	}
}

/** What an ASCII character is to the reader. What has no row here parts words. */
const roles = {
	parting: 0,
	letter: 1,
	capital: 2,
	underscore: 3,
	dash: 4,
	lineEnd: 5,
	/** It may start something that is read as one character. */
	opening: 6,
	/** Every second byte of a text in UTF-16 that was read as another. */
	nothing: 7,
} as const;

const toLowerCase = 32;
const roleOf = new Uint8Array(128);
const rows = [
	[roles.letter, 'abcdefghijklmnopqrstuvwxyz0123456789'],
	[roles.capital, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
	[roles.underscore, '_'],
	[roles.dash, '-'],
	[roles.lineEnd, '\n\r'],
	[roles.opening, '[%&\u001B^\\'],
	[roles.nothing, '\0'],
] as const;
for (const [role, characters] of rows)
	for (const character of characters) roleOf[character.charCodeAt(0)] = role;

/** Reads an ASCII character, or what it opens, and returns its length. */
function readAscii(letters: Letters, source: string, at: number, code: number): number {
	switch (roleOf[code]) {
		case roles.letter:
			letters.add(code, at);
			return 1;
		case roles.capital:
			letters.add(code + toLowerCase, at);
			return 1;
		case roles.underscore:
			letters.underscore();
			return 1;
		case roles.dash:
			letters.dash();
			return 1;
		case roles.lineEnd:
			letters.part(before.line);
			return 1;
		case roles.opening:
			return readOpening(letters, source, at);
		case roles.nothing:
			return 1;
		default:
			letters.part(0);
			return 1;
	}
}

function lengthAt(pattern: RegExp, source: string, at: number): number {
	pattern.lastIndex = at;
	return pattern.exec(source)?.[0].length ?? 0;
}

/** What parts words as one character would, by how it starts. */
const partingSequences: Readonly<Record<string, RegExp>> = {
	'[': lostEscape,
	'%': percentByte,
	'&': entity,
	'\\': unicodeEscape,
};

/** Reads what starts with one of `[%&^\` or an escape character, and returns its length. */
function readOpening(letters: Letters, source: string, at: number): number {
	const first = source.charAt(at);
	const colour = /[\u001B^\\]/.test(first) ? lengthAt(terminalSequence, source, at) : 0;
	// A colour may change within a word.
	if (colour > 0) return colour;
	// A line end or a tab, as in a log line of JSON.
	if (first === '\\' && /[nrt]/.test(source.charAt(at + 1))) {
		letters.part(before.line);
		return 2;
	}
	letters.part(0);
	const pattern = partingSequences[first];
	return Math.max(1, pattern ? lengthAt(pattern, source, at) : 0);
}

/** Reads a character beyond ASCII, and returns its length. */
function readOther(letters: Letters, source: string, at: number, code: number): number {
	if (code === 0x2028 || code === 0x2029) {
		letters.part(before.line);
		return 1;
	}
	const character = String.fromCodePoint(source.codePointAt(at) ?? code);
	const { kind, letters: folded } = fold(character);
	for (let index = 0; index < folded.length; index += 1) letters.add(folded.charCodeAt(index), at);
	if (kind === 0) {
		if (isDash.test(character)) letters.dash();
		else letters.part(0);
	}
	return character.length;
}

/** Linear in the length of the text. Never throws, whatever the text holds. */
export function readText(source: string): ReadText {
	const letters = new Letters(source.length + 16);
	for (let at = 0; at < source.length;) {
		const code = source.charCodeAt(at);
		at += code < 128 ? readAscii(letters, source, at, code) : readOther(letters, source, at, code);
	}
	return letters.finish(source);
}

/** Part of a text, in UTF-16 code units of its source: the end is the first that does not belong to it. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** The span in the source of the letters from `start` up to, not including, `end`. */
export function toSpan({ source, offsets }: ReadText, start: number, end: number): Span {
	const last = offsets[end - 1] ?? 0;
	const size = (source.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
	return { start: offsets[start] ?? 0, end: last + size };
}

/** The place of the first of some sorted numbers that is not below a value. Logarithmic. */
export function firstNotBelow(sorted: Int32Array, value: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle]! < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
