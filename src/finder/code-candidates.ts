import { withoutZeros } from './codes.ts';
import { hashEnd, hashOf, hashStart, hashSteps } from './hash.ts';
import { before, type ReadText } from './text.ts';

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
	for (const word of words) {
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

function isHex(letters: string, start: number): boolean {
	return letters.charCodeAt(start) === zero && letters.charCodeAt(start + 1) === letterX;
}

/** A way in which some language writes a number: how its length and its ends look, and the number within. */
interface Spelling {
	readonly mayStand: (letters: string, start: number, end: number) => boolean;
	readonly patterns: readonly RegExp[];
}

const spellings: readonly Spelling[] = [
	{
		// 64 bits for 32, as in `0xFFFFFFFF80070005`.
		mayStand: (letters, start, end) =>
			(end - start === 16 || end - start === 18) &&
			(isHex(letters, start) || letters.charCodeAt(start) === letterF),
		patterns: [/^(?:0x)?f{8}([89a-f][0-9a-f]{7})$/],
	},
	{
		// `&H80070005` of Visual Basic, `80070005h` of assemblers, `0x80070005L` of C.
		mayStand: (letters, start, end) =>
			end - start >= 9 &&
			end - start <= 12 &&
			(isHex(letters, start) ||
				letters.charCodeAt(start) === letterH ||
				letters.charCodeAt(end - 1) === letterH),
		patterns: [/^h([0-9a-f]{8})$/, /^([0-9a-f]{8})h$/, /^0x([0-9a-f]{8})(?:u|l|ul|hr)$/],
	},
	{
		// Windows writes small numbers of Win32 as HRESULT without the leading digits, or with too many zeros.
		mayStand: (letters, start, end) =>
			end - start > 10 && isHex(letters, start) && letters.charCodeAt(start + 2) === zero,
		patterns: [/^0x0+([0-9a-f]{8})$/],
	},
];

/**
 * Other keys for the spelling of one unit that has a letter and a digit. Logs are full of identifiers, so lengths and
 * ends are looked at before patterns.
 */
function unitVariants(letters: string, start: number, end: number): readonly string[] {
	let variants = none;
	for (const { mayStand, patterns } of spellings) {
		if (!mayStand(letters, start, end)) continue;
		const key = letters.slice(start, end);
		const number = patterns.map((pattern) => pattern.exec(key)?.[1]).find(Boolean);
		if (number) variants = [...variants, number];
	}
	const mayBePadded = letters.charCodeAt(start) > nine && isDigit(letters.charCodeAt(end - 1));
	const zeroless = mayBePadded ? withoutZeros(letters.slice(start, end)) : undefined;
	return zeroless ? [...variants, zeroless] : variants;
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

/** By the code of a letter or digit: whether one of these words starts with it. */
const initials = new Uint8Array(128);
for (const word of [...labels, ...familyWords]) initials[word.charCodeAt(0)] = 1;

type Family = 'http' | 'errno' | 'exit' | 'win32';

/** What a number counts, by the three words before it: the first phrase that they end with. */
const familyPhrases: readonly (readonly [Family, RegExp])[] = [
	['errno', / errno$| os error$/],
	['http', / (?:http|statuscode|httpstatus)$/],
	// `HTTP/2 404`, `HTTP/1.1 404`.
	['http', / http [0-3]$| http 1 [0-3]$/],
	['exit', / exit status (?:status|code|error|response)$/],
	['http', / (?:http|status|statuscode|response) (?:status|code|error|response)$/],
	['exit', / exit status$/],
	['http', / status$/],
	['exit', / (?:exit|exited|exitcode)$| (?:exit|exited|with|return) code$/],
	['win32', / getlasterror$| (?:system|win32|windows) error$| systemfehler$/],
];

function familyOf(first: string, second: string, third: string): Family | undefined {
	const phrase = ` ${third} ${second} ${first}`;
	return familyPhrases.find(([, pattern]) => pattern.test(phrase))?.[0];
}

/**
 * The keys that a text may mean and that pass the filter: every run of up to six units, the variants of single ones,
 * and numbers with what they count. Linear in the length of the text.
 */
export function codeCandidates(
	text: ReadText,
	passes: (hash: number) => boolean,
): readonly CodeCandidate[] {
	const { letters } = text;
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
		unit < 0 ? '' : letters.slice(bounds[unit], Math.min(bounds[unit + 1]!, bounds[unit]! + 24));

	/** Most numbers of a log follow other ones, and one look at those tells that they are no label. */
	const mayLabel = (unit: number) => {
		if (unit < 0) return false;
		const start = bounds[unit]!;
		const first = letters.charCodeAt(start);
		return initials[first] === 1 && (!isDigit(first) || bounds[unit + 1]! - start === 1);
	};

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
		if (isSigned(text, start, end)) addIfKnown(`-${letters.slice(start, end)}`, start, end);
		if (end - start > 6) return;
		if (!isShort && !mayLabel(unit - 1) && !mayLabel(unit - 2)) return;
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

	for (let unit = 0; unit < units; unit += 1) {
		addRuns(unit);
		if (unit + 1 < units) addPadded(unit);
		const start = bounds[unit]!;
		const end = Math.min(bounds[unit + 1]!, start + mostLetters);
		const digits = countDigits(letters, start, end);
		if (digits === 0) continue;
		if (digits < end - start)
			for (const variant of unitVariants(letters, start, end)) addIfKnown(variant, start, end);
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
		countDigits(letters, start, end) === end - start
	);
}

/** `ora1017` for `ORA-001017`: a word and a number that starts with a zero. */
function paddedNumber(
	letters: string,
	start: number,
	second: number,
	end: number,
): string | undefined {
	if (letters.charCodeAt(second) !== zero || end - start > mostLetters) return undefined;
	return withoutZeros(letters.slice(start, end));
}

function countDigits(letters: string, start: number, end: number): number {
	let digits = 0;
	for (let index = start; index < end; index += 1)
		if (isDigit(letters.charCodeAt(index))) digits += 1;
	return digits;
}
