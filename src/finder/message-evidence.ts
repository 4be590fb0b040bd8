import type { Evidence } from './evidence.ts';
import type { MessageHit } from './index-reader.ts';
import { handledScore, isHandled, isNoted, lineBefore, mentionedScore } from './mention.ts';
import { literalsOf, type Occurrence } from './messages.ts';
import { spelling } from './spelling.ts';
import { before, type ReadText, type Span } from './text.ts';

/** What a whole message scores for each unit of what its words tell. */
const scorePerWeight = 4;
const mostScore = 15;
/** Part of a message counts from this share of its letters on, or where it tells as much as this. */
const leastCoverage = 0.5;
const leastTold = 1.5;
/** Where other words stand before the end of a message, it may be another message that ends like this one. */
const leastTail = 0.75;

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

function opensLine({ marks }: ReadText, { start }: Occurrence): boolean {
	return start === 0 || (marks[start]! & before.line) !== 0;
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
	return literalsOf(message).every((literal) => {
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
	const name = /\b\w+(?:Error|Exception)\b/.exec(lineBefore(source, start, 120))?.[0];
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
	const isEnough = isWhole || told >= leastTold || (!isCut && coverage >= leastCoverage);
	if (!isEnough) return undefined;
	const isOther = isTail && namesOtherError(text.source, span, hit.message);
	// Where the text goes on with other words, it may be another message that begins like this one.
	const isMostlyTail =
		isTail && !isOther && coverage >= (opensLine(text, occurrence) ? leastCoverage : leastTail);
	const certainty = isWhole ? 1 : isCut ? 0.9 : isMostlyTail ? 0.85 : 0.45;
	const lineBonus = isWhole && shareOfLines(text, occurrence, hit.message) > 0.8 ? 1.5 : 0;
	const weighed = Math.min(mostScore, told * scorePerWeight * certainty) + lineBonus;
	const most = isHandled(text.source, span)
		? handledScore
		: isNoted(text.source, span) || lacksQuote(text.source, span, hit.message)
			? mentionedScore
			: Infinity;
	const score = Math.min(weighed, most);
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
		isDoubtful: most < Infinity || (isTail && !isMostlyTail),
		isVerbatim: isWhole && hasLiterals(text.source.slice(span.start, span.end), hit.message),
		why: `${part} “${hit.message}”`,
	};
}
