import { everydayWords } from './common-words.ts';
import type { CodeCandidate } from './code-candidates.ts';
import { keyKinds, strengthOf } from './codes.ts';
import type { Evidence } from './evidence.ts';
import type { CodeHit } from './index-reader.ts';
import { handledScore, isHandled, isMentioned, mentionedScore } from './mention.ts';
import { spelling } from './spelling.ts';
import { before, readText, toSpan, type ReadText, type Span } from './text.ts';

/** Words that people type beside a code and that say nothing about which error it is. */
const askingWords = new Set(
	(
		'error errors err code codes errorcode fehler fehlercode erreur fix fixed fixing solve solved solution help how why ' +
		'what meaning means mean problem issue message exception failed failure fatal hresult ntstatus sqlstate status ' +
		'http exit errno number getting please resolve troubleshoot windows linux mac macos the in on with bug die der das'
	).split(' '),
);

function fold(text: string): string {
	return readText(text).letters;
}

/** As many words as a typed question has at most. */
const questionWords = 12;

/** Whether nothing but a code stands in a text, besides words of asking and those that are known of the guide. */
function isAboutCode(
	{ letters, words }: ReadText,
	start: number,
	end: number,
	known: readonly string[],
): boolean {
	if (words.length > questionWords) return false;
	const isMark = (word: string) => known.some((mark) => mark.includes(word) && word.length > 1);
	return [...words].every((wordStart, index) => {
		if (wordStart >= start && wordStart < end) return true;
		const word = letters.slice(wordStart, words[index + 1]);
		return word.length < 2 || askingWords.has(word) || everydayWords.has(word) || isMark(word);
	});
}

function namesProduct({ letters, words }: ReadText, marks: readonly string[]): boolean {
	return [...words].some((start, index) => {
		const word = letters.slice(start, words[index + 1]);
		return word.length > 1 && !askingWords.has(word) && marks.includes(word);
	});
}

const label =
	/(?:sqlstate|error|err|code|errno|status|state|fehler|hresult|0x)\W{0,6}\w{0,2}\W{0,3}$/i;

/** How a guide comes to be named by a code in the text. */
export function codeEvidence(text: ReadText, candidate: CodeCandidate, hit: CodeHit): Evidence {
	const { source } = text;
	const { guide, name } = hit;
	const kind = keyKinds[hit.kind] ?? 'number';
	const bare = toSpan(text, candidate.start, candidate.end);
	// The sign of a number belongs to it.
	const span = candidate.key.startsWith('-') ? { ...bare, start: bare.start - 1 } : bare;
	const typed = source.slice(span.start, span.end);
	const isExact = kind !== 'notation' && spelling(typed) === spelling(name);
	const known = [...guide.product.marks, ...[name, guide.code, guide.name].map(fold)];
	const isWhole = isAboutCode(text, candidate.start, candidate.end, known);
	const isLabelled =
		candidate.isLabelled || label.test(source.slice(Math.max(0, span.start - 24), span.start));
	const hasProduct = isWhole && namesProduct(text, guide.product.marks);
	const score = codeScore(text, {
		candidate,
		name,
		kind,
		typed,
		isExact,
		isWhole,
		isLabelled,
		hasProduct,
	});
	const most = isWhole ? Infinity : mostScore(source, span);
	return {
		guide,
		kind: 'code',
		score: most === handledScore ? Math.min(score * 0.6, most) : Math.min(score, most),
		span,
		isPart: false,
		isDoubtful: most < Infinity,
		isVerbatim: false,
		why: whyCode(typed, name, guide.code, kind, candidate.key),
	};
}

/** What a score can be where the text names the error without having it. */
function mostScore(source: string, span: Span): number {
	if (isHandled(source, span)) return handledScore;
	return isMentioned(source, span) ? mentionedScore : Infinity;
}

interface CodeFacts {
	readonly candidate: CodeCandidate;
	readonly name: string;
	readonly kind: (typeof keyKinds)[number];
	readonly typed: string;
	readonly isExact: boolean;
	readonly isWhole: boolean;
	readonly isLabelled: boolean;
	/** A word of the product stands beside the code, where nothing else does. */
	readonly hasProduct: boolean;
}

/** `number 42501`: five digits and a word that says what they are leave little doubt. */
const longNumber = 12;
/** A code of three letters is too many things at once. */
const shortestWord = 4;

function codeScore(text: ReadText, facts: CodeFacts): number {
	switch (facts.kind) {
		case 'number':
			return numberScore(facts);
		case 'notation':
			return notationScore(facts);
		case 'alias':
			return facts.isWhole ? wholeNameScore(facts) : nameScore(text, facts) - 0.4;
		case 'code':
			return facts.isWhole ? wholeNameScore(facts) : nameScore(text, facts);
	}
}

function numberScore({ candidate, isWhole, isLabelled, hasProduct }: CodeFacts): number {
	const isFamily = /^(?:http|errno|exit|win32) /.test(candidate.key);
	if (isFamily) return isWhole ? 8.5 : 6;
	// A number in a sentence counts things.
	if (!isLabelled && !isWhole) return 0;
	if (isWhole && (hasProduct || (isLabelled && candidate.key.length >= longNumber))) return 8.2;
	return isLabelled ? 4 : 2.5;
}

function notationScore({ candidate, name, isWhole, isLabelled }: CodeFacts): number {
	if (isWhole) return 9;
	if (strengthOf(name) === 'short') return isLabelled ? 8 : 5;
	// Eight digits in a column of numbers are not yet an HRESULT.
	const isBare = /^\d+$/.test(candidate.key);
	return isLabelled || !isBare ? 9 : 5;
}

/** Of a name that stands alone, whatever words of asking are beside it. */
function wholeNameScore(facts: CodeFacts): number {
	const { name, isExact } = facts;
	const score = Math.max(baseScore(facts), isExact ? 9.5 : 8.5);
	return /^\p{L}+$/u.test(name) && name.length < shortestWord ? Math.min(score, 7) : score;
}

/** Of a name among other words. */
function nameScore(text: ReadText, facts: CodeFacts): number {
	const { candidate, name, typed } = facts;
	const score = baseScore(facts);
	// `READONLY` is a code and `readonly` a word; `invalid_password` and `INVALID_PASSWORD` are codes of two programs;
	// `InvalidCredentials` is a code and “Invalid credentials” a message of many.
	const isOtherCase = /^(?:\p{Lu}+|[\p{Ll}_]+)$/u.test(name) && typed !== name;
	const isSeveralWords = /[^\S\r\n]/.test(typed.trim()) && !/\s/.test(name);
	if (isOtherCase || isSeveralWords) return Math.min(score, 4);
	const isPhrase = strengthOf(name) === 'phrase' && !/\d/.test(name);
	return isPhrase && isInSentence(text, candidate) ? Math.min(score, 3) : score;
}

/** What a name scores by its look. */
function baseScore({ name, isExact, isLabelled }: CodeFacts): number {
	switch (strengthOf(name)) {
		case 'distinct':
			return isExact ? 10 : 9;
		case 'short':
			return (isExact ? 6.5 : 5.5) + (isLabelled ? 2.5 : 0);
		case 'phrase':
			return (isLabelled ? 5 : 3.5) + (/\d/.test(name) ? 3 : 0);
		case 'number':
			return isLabelled ? 4 : 2.5;
	}
}

/** Whether words go before and after on the same line, as in running text. */
function isInSentence({ letters, marks }: ReadText, { start, end }: CodeCandidate): boolean {
	const opens = start > 0 && !(marks[start]! & before.line);
	const goesOn = end < letters.length && !(marks[end]! & before.line);
	return opens && goesOn;
}

const families: Readonly<Record<string, string>> = {
	http: 'as an HTTP status',
	errno: 'as an errno of Linux',
	exit: 'as an exit code',
	win32: 'as an error number of Windows',
};

function whyCode(typed: string, name: string, code: string, kind: string, key: string): string {
	if (kind === 'number') {
		const [family = '', number = ''] = key.split(' ');
		const how = families[family];
		return how ? `the number ${number}, ${how}` : `the number ${number}, which is part of ${name}`;
	}
	if (kind === 'notation') return `${typed.trim()}, another notation of ${name}`;
	return name === code ? `the code ${name}` : `${name}, another name of ${code}`;
}
