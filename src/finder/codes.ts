import { notations } from '#lib/notation.ts';
import { errnoOf } from './errno.ts';
import { hashEnd, hashOf, hashStart, hashSteps } from './hash.ts';
import { before, readText, type ReadText } from './text.ts';

/*
 * The keys under which an index knows a code, and the keys that a text may mean. Both sides fold a spelling to its
 * letters and digits; which spelling it was is compared afterwards, so that an exact one beats a folded one. A plain
 * number is no key by itself: only with what it counts, such as `http 502` or `errno 28`.
 */

/** Why a key leads to a guide: its own code, another name, a notation derived from one, or only a number in one. */
export const keyKinds = ['code', 'alias', 'notation', 'number'] as const;
export type KeyKind = (typeof keyKinds)[number];

export interface CodeKey {
	readonly key: string;
	/** The code or alias that it stands for, as the guide writes it. */
	readonly name: string;
	readonly kind: KeyKind;
}

/**
 * `ora1017` for `ora01017`: letters, then digits that start with zeros. Not after a single letter: `E0382` is one of
 * Rust, `E382` one of Vim.
 */
function withoutZeros(key: string): string | undefined {
	const [, letters, digits] = /^([a-z]{2,12})0+(\d{1,12})$/.exec(key) ?? [];
	return letters && digits && letters + digits;
}

const hresultOfWin32 = /^0x8007([0-9a-f]{4})$/i;

/** The number keys of a name: what it counts, where its words tell, and the bare number. */
function numberKeys(name: string): readonly string[] {
	const lower = name.toLowerCase();
	const keys: string[] = [];
	const errno = errnoOf(name) ?? /^errno (\d{1,3})$/.exec(lower)?.[1];
	if (errno) keys.push(`errno ${errno}`);
	const http = /^([1-5]\d\d) [a-z]/.exec(lower)?.[1];
	if (http) keys.push(`http ${http}`);
	const exit = /^exit (?:code|status) (\d{1,3})$/.exec(lower)?.[1];
	if (exit) keys.push(`exit ${exit}`);
	const win32 = hresultOfWin32.exec(name)?.[1];
	if (win32) keys.push(`win32 ${Number.parseInt(win32, 16)}`);
	const system = /^system error (\d{1,5})$/.exec(lower)?.[1];
	if (system) keys.push(`win32 ${system}`);
	const bare =
		/(?:^|[\s(])(\d{1,6})(?:$|[\s)])/.exec(lower)?.[1] ??
		/^[a-z]+[-_ ]?(\d{2,6})$/.exec(lower)?.[1];
	if (bare) keys.push(`number ${bare}`);
	return keys;
}

/** Every key of one name of a guide. */
function keysOfName(name: string, kind: 'code' | 'alias'): readonly CodeKey[] {
	const keys: CodeKey[] = [];
	const { letters: own } = readText(name);
	if (own && !/^\d{1,6}$/.test(own)) keys.push({ key: own, name, kind });
	else if (own) keys.push({ key: `number ${own}`, name, kind: 'number' });
	const zeroless = withoutZeros(own);
	if (zeroless) keys.push({ key: zeroless, name, kind: 'notation' });
	for (const notation of notations(name)) {
		const key = notation.startsWith('-') ? notation : notation.toLowerCase();
		keys.push({ key, name, kind: 'notation' });
	}
	const words = /^\d{3} (\p{L}.*)$/u.exec(name)?.[1];
	if (words) keys.push({ key: readText(words).letters, name: words, kind: 'alias' });
	for (const key of numberKeys(name)) keys.push({ key, name, kind: 'number' });
	return keys;
}

/** Every key of a guide, each once, its code's before its aliases'. */
export function codeKeysOf(guide: {
	readonly code: string;
	readonly aliases: readonly string[];
}): readonly CodeKey[] {
	const all = [
		...keysOfName(guide.code, 'code'),
		...guide.aliases.flatMap((alias) => keysOfName(alias, 'alias')),
	];
	const first = new Map<string, CodeKey>();
	for (const entry of all) if (!first.has(entry.key)) first.set(entry.key, entry);
	return [...first.values()];
}

/** A key that a text may mean, and where: from one letter up to another. */
export interface CodeCandidate {
	readonly key: string;
	readonly start: number;
	readonly end: number;
	/** For a number: the words before it say that it is a code of some kind. */
	readonly isLabelled: boolean;
}

/** The longest code in words (`413 Request Entity Too Large` has five), and in letters. */
const mostUnits = 6;
const mostLetters = 64;
/** A key that a log repeats is looked at this often. */
const mostPlaces = 12;

/** Where each run of letters, digits and underscores starts, as indices of letters, and last the end of all letters. */
function boundsOf({ letters, words, marks }: ReadText): Int32Array {
	const bounds = new Int32Array(words.length + 1);
	let count = 0;
	for (let index = 0; index < words.length; index += 1) {
		const word = words[index]!;
		if (marks[word]! & before.underscore) continue;
		bounds[count] = word;
		count += 1;
	}
	bounds[count] = letters.length;
	return bounds.subarray(0, count + 1);
}

const none: readonly string[] = [];
const [zero, nine, letterF, letterH, letterX] = [48, 57, 102, 104, 120];

function isDigit(unit: number): boolean {
	return unit >= zero && unit <= nine;
}

/**
 * Other keys for the spelling of one unit that has a letter and a digit: a leading or trailing mark of some language, 64
 * bits for 32. Logs are full of identifiers, so lengths and ends are looked at before patterns.
 */
function unitVariants(letters: string, start: number, end: number): readonly string[] {
	const length = end - start;
	const first = letters.charCodeAt(start);
	const last = letters.charCodeAt(end - 1);
	const isHex = first === zero && letters.charCodeAt(start + 1) === letterX;
	const isWide = (length === 16 || length === 18) && (isHex || first === letterF);
	const isMarked = length >= 9 && length <= 12 && (isHex || first === letterH || last === letterH);
	const hasZeros = length > 10 && isHex && letters.charCodeAt(start + 2) === zero;
	const mayBePadded = first > nine && isDigit(last);
	if (!isWide && !isMarked && !hasZeros && !mayBePadded) return none;

	const key = letters.slice(start, end);
	const variants: string[] = [];
	if (isWide) {
		const narrow = /^(?:0x)?f{8}([89a-f][0-9a-f]{7})$/.exec(key)?.[1];
		if (narrow) variants.push(narrow);
	}
	if (isMarked) {
		// `&H80070005` of Visual Basic, `80070005h` of assemblers, `0x80070005L` of C.
		const marked =
			/^h([0-9a-f]{8})$/.exec(key)?.[1] ??
			/^([0-9a-f]{8})h$/.exec(key)?.[1] ??
			/^0x([0-9a-f]{8})(?:u|l|ul|hr)$/.exec(key)?.[1];
		if (marked) variants.push(marked);
	}
	if (hasZeros) {
		// Windows writes small numbers of Win32 as HRESULT without the leading digits, or with too many zeros.
		const zeros = /^0x0+([0-9a-f]{8})$/.exec(key)?.[1];
		if (zeros) variants.push(zeros);
	}
	const zeroless = mayBePadded ? withoutZeros(key) : undefined;
	if (zeroless) variants.push(zeroless);
	return variants;
}

/** How many digits an HRESULT or NTSTATUS has. */
const hresultDigits = 8;

/** Where an HRESULT or NTSTATUS starts with which a name ends, as in `WindowsUpdate_80070002`; -1 where none does. */
function hresultAfterName({ letters, marks }: ReadText, start: number, end: number): number {
	const at = end - hresultDigits;
	if (at <= start || !(marks[at]! & before.underscore)) return -1;
	return /^[8c][0-9a-f]{7}$/.test(letters.slice(at, end)) ? at : -1;
}

/** Words before a number that call it a code. */
const labels: ReadonlySet<string> = new Set(
	(
		'error errors err code codes errcode errorcode errno status no nr number fehler fehlercode ' +
		'erreur exit'
	).split(' '),
);

/** The words directly before a number that may tell what it counts. Logs are full of numbers after other words. */
const familyWords: ReadonlySet<string> = new Set(
	(
		'errno error http statuscode httpstatus 0 1 2 3 status code response exit exited exitcode ' +
		'getlasterror systemfehler'
	).split(' '),
);

/** What a number counts, by the words before it, of which the first is one of `familyWords`. */
function familyOf(
	first: string,
	second: string,
	third: string,
): 'http' | 'errno' | 'exit' | 'win32' | undefined {
	if (first === 'errno' || (first === 'error' && second === 'os')) return 'errno';
	if (first === 'http' || first === 'statuscode' || first === 'httpstatus') return 'http';
	if (/^[0123]$/.test(first) && (second === 'http' || (second === '1' && third === 'http')))
		return 'http';
	if (
		/^(?:status|code|error|response)$/.test(first) &&
		/^(?:http|status|statuscode|response)$/.test(second)
	)
		return second === 'status' && third === 'exit' ? 'exit' : 'http';
	if (first === 'status') return second === 'exit' ? 'exit' : 'http';
	if (first === 'exit' || first === 'exited' || first === 'exitcode') return 'exit';
	if ((first === 'code' || first === 'status') && /^(?:exit|exited|with|return)$/.test(second))
		return 'exit';
	if (first === 'getlasterror') return 'win32';
	if ((first === 'error' || first === 'systemfehler') && /^(?:system|win32|windows)$/.test(second))
		return 'win32';
	return first === 'systemfehler' ? 'win32' : undefined;
}

/**
 * The keys that a text may mean and that pass the filter: every run of up to six units, the variants of single ones,
 * and numbers with what they count. Linear in the length of the text.
 */
export function codeCandidates(
	text: ReadText,
	passes: (hash: number) => boolean,
): readonly CodeCandidate[] {
	const { letters, marks } = text;
	const bounds = boundsOf(text);
	const units = bounds.length - 1;
	const places = new Map<string, number>();
	const found: CodeCandidate[] = [];
	const add = (key: string, start: number, end: number, isLabelled = false) => {
		const count = places.get(key) ?? 0;
		if (count >= mostPlaces) return;
		places.set(key, count + 1);
		found.push({ key, start, end, isLabelled });
	};
	const addIfKnown = (key: string, start: number, end: number, isLabelled = false) => {
		if (passes(hashOf(key))) add(key, start, end, isLabelled);
	};
	const isShort = units <= 12;
	const wordBefore = (unit: number) =>
		unit < 0 ? '' : letters.slice(bounds[unit]!, Math.min(bounds[unit + 1]!, bounds[unit]! + 24));

	// Functions of their own: an engine compiles small ones that are called often long before a large one with loops.
	const addRuns = (unit: number) => {
		const start = bounds[unit]!;
		let state = hashStart;
		let end = start;
		const most = Math.min(units, unit + mostUnits);
		for (let last = unit + 1; last <= most; last += 1) {
			const next = bounds[last]!;
			if (next - start > mostLetters) break;
			state = hashSteps(state, letters, end, next);
			end = next;
			// The digits of a negative number are another number.
			if (last === unit + 1 && isSigned(text, start, end)) continue;
			if (passes(hashEnd(state))) add(letters.slice(start, end), start, end);
		}
	};
	const addPadded = (unit: number) => {
		const [start, after] = [bounds[unit]!, bounds[unit + 2]!];
		const padded = paddedNumber(letters, start, bounds[unit + 1]!, after);
		if (padded) addIfKnown(padded, start, after);
	};
	const addNumber = (unit: number, start: number, end: number) => {
		const length = end - start;
		if ((length === 9 || length === 10) && (marks[start]! & before.minus) !== 0)
			addIfKnown(`-${letters.slice(start, end)}`, start, end);
		if (length > 6) return;
		const [first, second] = [wordBefore(unit - 1), wordBefore(unit - 2)];
		const family = familyWords.has(first)
			? familyOf(first, second, wordBefore(unit - 3))
			: undefined;
		const isLabelled = family !== undefined || labels.has(first) || labels.has(second);
		if (!isLabelled && !isShort) return;
		const number = letters.slice(start, end).replace(/^0+(?=\d)/, '');
		if (family) addIfKnown(`${family} ${number}`, start, end, true);
		addIfKnown(`number ${number}`, start, end, isLabelled);
	};
	const addMixed = (start: number, end: number) => {
		for (const variant of unitVariants(letters, start, end)) addIfKnown(variant, start, end);
	};

	for (let unit = 0; unit < units; unit += 1) {
		addRuns(unit);
		if (unit + 1 < units) addPadded(unit);
		const start = bounds[unit]!;
		const end = Math.min(bounds[unit + 1]!, start + mostLetters);
		const digits = countDigits(letters, start, end);
		if (digits === 0) continue;
		if (digits < end - start) addMixed(start, end);
		const hresult = hresultAfterName(text, start, end);
		if (hresult > 0) addIfKnown(letters.slice(hresult, end), hresult, end, true);
		if (digits === end - start) addNumber(unit, start, end);
	}
	return found;
}

function isSigned({ letters, marks }: ReadText, start: number, end: number): boolean {
	return (
		(marks[start]! & before.minus) !== 0 &&
		end - start >= 9 &&
		end - start <= 10 &&
		/^\d+$/.test(letters.slice(start, end))
	);
}

/** `ora1017` for `ORA-001017`: a word and a number that starts with a zero. */
function paddedNumber(
	letters: string,
	start: number,
	second: number,
	end: number,
): string | undefined {
	if (letters.charCodeAt(second) !== 48 || end - start > mostLetters) return undefined;
	return withoutZeros(letters.slice(start, end));
}

function countDigits(letters: string, start: number, end: number): number {
	let digits = 0;
	for (let index = start; index < end; index += 1)
		if (isDigit(letters.charCodeAt(index))) digits += 1;
	return digits;
}

/** How surely a name means its error, wherever it stands. */
export const strengths = ['number', 'phrase', 'short', 'distinct'] as const;
export type Strength = (typeof strengths)[number];

/**
 * Judges a name by its look: `ERR_MODULE_NOT_FOUND` and `0x80070005` occur nowhere but in errors, `28P01` may be a part
 * of something else, `fetch first` is a phrase, `137` a number.
 */
export function strengthOf(name: string): Strength {
	if (/^-?\d{1,6}$/.test(name)) return 'number';
	if (/^\d{3} [A-Z]/.test(name)) return 'distinct';
	if (/\s/.test(name)) return 'phrase';
	if (/^-?\d{9,10}$|^(?:0x)?[0-9a-f]{8}$/i.test(name)) return 'distinct';
	if (/\p{L}[\p{L}\p{N}]*_[\p{L}\p{N}]/u.test(name)) return 'distinct';
	if (/\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(name) && name.length >= 7) return 'distinct';
	if (/^\p{Lu}{5,}$/u.test(name)) return 'distinct';
	if (/-/.test(name) && !/\d/.test(name))
		return name.split('-').length >= 3 ? 'distinct' : 'phrase';
	if (/\d/.test(name) && /\p{L}/u.test(name)) return name.length >= 6 ? 'distinct' : 'short';
	return 'phrase';
}
