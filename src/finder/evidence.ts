import { everydayWords } from './common-words.ts';
import { keyKinds, strengthOf, type CodeCandidate, type Strength } from './codes.ts';
import type { CodeHit, FoundGuide, MessageHit } from './index-reader.ts';
import type { Occurrence } from './messages.ts';
import { before, readText, toSpan, type ReadText, type Span } from './text.ts';

/*
 * What speaks for a guide, and how much. Scores are on one scale for codes and messages: from `certainScore` on, the
 * evidence is enough by itself to say “this is it”. The numbers were set by hand and are held by the corpus in
 * tests/corpus.
 */

export const certainScore = 8;

export interface Evidence {
	readonly guide: FoundGuide;
	readonly kind: 'code' | 'message';
	readonly score: number;
	readonly span: Span;
	/** Some of the message is missing, although the text goes on. */
	readonly isPart: boolean;
	/** A message with the punctuation of the guide, not only its letters. */
	readonly isVerbatim: boolean;
	/** In words, for the reader: what of the text matched what of the guide. */
	readonly why: string;
}

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
export function isAboutCode(
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

/** Code and tests that name an error rather than report it: `err.code === 'EACCES'`, `except (A, B)`, `grep -q 'X`. */
const handling =
	/(?:[!=]==?|\b(?:case|catch|except|rescue|raise|throw new|throws|instanceof|import|extends|includes|in|starts?_?with\??|expect|it|test|describe|assert\w*|grep(?: -\w+)*)\b\??)\s*[([]?\s*(?:["'`]?[\w.:]+["'`]?\s*[,|]\s*)*(?:\w+\.)*["'`]?$/i;

/** Within the title of a test. */
const testTitle = /\b(?:it|test|describe)(?:\.\w+)*\(\s*["'`][^"'`]*$/;

/** In a list that a program looks into. */
const listTail = /^["'`][^\r\n]{0,80}?\]\.(?:includes|indexOf|has|some)\(/;

function isHandled(source: string, { start, end }: Span): boolean {
	const head =
		source
			.slice(Math.max(0, start - 80), start)
			.split(/[\r\n]/)
			.at(-1) ?? '';
	return handling.test(head) || testTitle.test(head) || listTail.test(source.slice(end, end + 100));
}

const errorWord =
	/\b(?:errors?|err|fatal|fail(?:ed|ure|s|ing)?|exception|denied|refused|cannot|can['’]?t|could not|unable|panic|critical|crash(?:ed|es|ing)?|warning|reason|exit(?:ed)?|code\s*[:=]|fehler|erreur)\b/i;
const askingPhrase =
	/\?|\b(?:how|why|what|help|get|gets|got|getting|keeps?|throws?|shows?|says?|stuck|won['’]?t|doesn['’]?t|not working|problem|issue)\b/i;
/** The head of a line of a changelog, of a passed test or of a comment. */
const notedHead =
	/^\s*(?:(?:[-*\u2022]\s+|[0-9a-f]{7,12}\s+|#{1,4}\s+|v?\d+\.\d+\S*\s+)*(?:fix(?:es|ed)?|adds?|added|avoid|handles?|improved?|better|docs?|document|explain|supports?|refactor|tests?|changelog|release notes|deprecate|remove[ds]?)\b|[\u2713\u2714\u221A]|ok\b|pass(?:ed)?\b|\/\/|\/\*|<!--|--\s|#{1,4}\s)/i;
const notedTail = /\(#\d+\)\s*$|^\W{0,4}\s[-\u2013\u2014]\s+(?:if|when)\b/;
/** In a sentence there are at least this many everyday words beside the code. */
const sentenceWords = 2;

function aroundOnLine(source: string, { start, end }: Span): readonly [head: string, tail: string] {
	return [
		source
			.slice(Math.max(0, start - 200), start)
			.split(/[\r\n]/)
			.at(-1) ?? '',
		source.slice(end, end + 200).split(/[\r\n]/)[0] ?? '',
	];
}

/** Whether the line is one of a changelog, of passed tests or of comments. */
function isNoted(source: string, span: Span): boolean {
	const [head, tail] = aroundOnLine(source, span);
	return notedHead.test(head) || notedTail.test(tail);
}

/** Whether the line of a code speaks about it, as prose, notes and tests do, rather than reports it. */
function isMentioned(source: string, span: Span): boolean {
	if (isNoted(source, span)) return true;
	const rest = aroundOnLine(source, span).join(' ');
	if (errorWord.test(rest) || askingPhrase.test(rest)) return false;
	const words = rest.toLowerCase().match(/\p{L}+/gu) ?? [];
	return words.filter((word) => everydayWords.has(word)).length >= sentenceWords;
}

function spelling(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/\p{Cf}/gu, '')
		.replace(/[\u2010-\u2015\u2212]/g, '-')
		.toLowerCase();
}

const label =
	/(?:sqlstate|error|err|code|errno|status|state|fehler|hresult|0x)\W{0,6}\w{0,2}\W{0,3}$/i;

function baseScore(strength: Strength, isExact: boolean, isLabelled: boolean): number {
	switch (strength) {
		case 'distinct':
			return isExact ? 10 : 9;
		case 'short':
			return (isExact ? 6.5 : 5.5) + (isLabelled ? 2.5 : 0);
		case 'phrase':
			return isLabelled ? 5 : 3.5;
		case 'number':
			return isLabelled ? 4 : 2.5;
	}
}

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
	return {
		guide,
		kind: 'code',
		score: isWhole ? score : underDoubt(source, span, score),
		span,
		isPart: false,
		isVerbatim: false,
		why: whyCode(typed, name, guide.code, kind, candidate.key),
	};
}

const handledScore = 5;
const mentionedScore = 7;

/** What is left of a score where the text names the error without having it. */
function underDoubt(source: string, span: Span, score: number): number {
	if (isHandled(source, span)) return Math.min(score * 0.6, handledScore);
	return isMentioned(source, span) ? Math.min(score, mentionedScore) : score;
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
	const { candidate, name, kind, typed, isExact, isWhole, isLabelled, hasProduct } = facts;
	if (kind === 'number') {
		const isFamily = /^(?:http|errno|exit|win32) /.test(candidate.key);
		if (isFamily) return isWhole ? 8.5 : 6;
		// A number in a sentence counts things.
		if (!isLabelled && !isWhole) return 0;
		if (isWhole && (hasProduct || (isLabelled && candidate.key.length >= longNumber))) return 8.2;
		return isLabelled ? 4 : 2.5;
	}
	if (kind === 'notation') {
		// Eight digits in a column of numbers are not yet an HRESULT.
		const isBare = /^\d+$/.test(candidate.key);
		if (isWhole) return 9;
		if (strengthOf(name) === 'short') return isLabelled ? 8 : 5;
		return isLabelled || !isBare ? 9 : 5;
	}
	const strength = strengthOf(name);
	let score = baseScore(strength, isExact, isLabelled);
	if (strength === 'phrase' && /\d/.test(name)) score += 3;
	if (isWhole) {
		score = Math.max(score, isExact ? 9.5 : 8.5);
		return /^\p{L}+$/u.test(name) && name.length < shortestWord ? Math.min(score, 7) : score;
	}
	// `READONLY` is a code and `readonly` a word; `invalid_password` and `INVALID_PASSWORD` are codes of two programs;
	// `InvalidCredentials` is a code and “Invalid credentials” a message of many.
	const isOtherCase = /^(?:\p{Lu}+|[\p{Ll}_]+)$/u.test(name) && typed !== name;
	if (isOtherCase || (/\s/.test(typed.trim()) && !/[\s_]/.test(name))) score = Math.min(score, 4);
	else if (strength === 'phrase' && !/\d/.test(name) && isInSentence(text, candidate))
		score = Math.min(score, 3);
	return kind === 'alias' ? score - 0.4 : score;
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

/** What a whole message scores for each unit of what its words tell. */
const scorePerWeight = 4;
const mostScore = 15;
/** Part of a message counts from this share of its letters on, or where it tells as much as this. */
const leastCoverage = 0.5;
const leastTold = 1.5;

const endsOpen = /<[a-z][a-z0-9 -]*>[^\p{L}\p{N}<>]*$/u;
const startsOpen = /^[^\p{L}\p{N}<>]*<[a-z][a-z0-9 -]*>/u;

/**
 * How much of its lines, in letters, an occurrence takes: 1 where nothing else stands in them. What a placeholder at
 * the end of the message stands for belongs to it.
 */
function shareOfLines(
	{ marks, letters }: ReadText,
	{ start, end }: Occurrence,
	message: string,
): number {
	let first = start;
	while (first > 0 && start - first < 400 && !(marks[first]! & before.line)) first -= 1;
	let last = end;
	while (last < letters.length && last - end < 400 && !(marks[last]! & before.line)) last += 1;
	const others =
		(startsOpen.test(message) ? 0 : start - first) + (endsOpen.test(message) ? 0 : last - end);
	return (end - start) / Math.max(1, end - start + others);
}

// eslint-disable-next-line no-control-regex
const terminalColours = /\u001B\[[0-?]*[ -/]*[@-~]/g;

/** Text in which quotes and dashes are one kind each, without white space, colours and what stands around it. */
function plain(text: string): string {
	return spelling(text)
		.replace(terminalColours, '')
		.replace(/^\s*>+/gm, '')
		.replace(/["'`\u2018-\u201F\u00AB\u00BB]/g, "'")
		.replace(/\s+/g, '')
		.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** Whether the literal pieces of a message stand in a text in order, punctuation included. */
function hasLiterals(found: string, message: string): boolean {
	const text = plain(found);
	let at = 0;
	return message.split(/<[a-z][a-z0-9 -]*>/).every((literal) => {
		const wanted = plain(literal);
		const place = text.indexOf(wanted, at);
		at = place + wanted.length;
		return place >= 0;
	});
}

/** Whether a message ends with something in quotes, and the text goes on without any. */
function lacksQuote(source: string, { end }: Span, message: string): boolean {
	if (!/["'`]<[a-z][a-z0-9 -]*>[^<>\p{L}\p{N}]*$/u.test(message)) return false;
	return (
		!/["'`\u2018-\u201F\u00AB\u00BB&\\]/.test(source.slice(end, end + 3)) && end < source.length
	);
}

/** Whether the line names an error before the end of a message, and not the one with which the message begins. */
function namesOtherError(source: string, { start }: Span, message: string): boolean {
	const line =
		source
			.slice(Math.max(0, start - 120), start)
			.split(/[\r\n]/)
			.at(-1) ?? '';
	const name = /\b\w+(?:Error|Exception)\b/.exec(line)?.[0];
	return name !== undefined && !message.includes(name);
}

/** How a guide comes to be named by one of its messages; nothing where too little of it is there. */
export function messageEvidence(
	text: ReadText,
	hit: MessageHit,
	occurrence: Occurrence,
): Evidence | undefined {
	const { coverage, isCut, isTail, span } = occurrence;
	const isWhole = coverage > 0.999;
	const told = (hit.weight / 10) * coverage;
	if (!isWhole && !isCut && coverage < leastCoverage && told < leastTold) return undefined;
	// Where the text goes on with other words, it may be another message that begins like this one.
	if (!isWhole && isCut && told < leastTold) return undefined;
	const isOther = isTail && namesOtherError(text.source, span, hit.message);
	const certainty = isWhole ? 1 : isCut ? 0.9 : isTail && !isOther ? 0.85 : 0.45;
	const lineBonus = isWhole && shareOfLines(text, occurrence, hit.message) > 0.8 ? 1.5 : 0;
	const weighed = Math.min(mostScore, told * scorePerWeight * certainty) + lineBonus;
	const score = isHandled(text.source, span)
		? Math.min(weighed, handledScore)
		: isNoted(text.source, span) || lacksQuote(text.source, span, hit.message)
			? Math.min(weighed, mentionedScore)
			: weighed;
	const part = isWhole
		? 'the message'
		: isTail
			? 'the end of the message'
			: isCut
				? 'the beginning of the message'
				: 'part of the message';
	return {
		guide: hit.guide,
		kind: 'message',
		score,
		span,
		isPart: !isWhole && !isCut && !isTail,
		isVerbatim: isWhole && hasLiterals(text.source.slice(span.start, span.end), hit.message),
		why: `${part} “${hit.message}”`,
	};
}
