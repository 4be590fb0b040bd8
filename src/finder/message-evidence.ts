import type { Evidence } from './evidence.ts';
import type { MessageHit } from './index-reader.ts';
import { handledScore, isHandled, isNoted, lineBefore, mentionedScore } from './mention.ts';
import { literalsOf, placeholderSource } from '#lib/placeholder.ts';
import type { Occurrence } from './messages.ts';
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

const endsOpen = new RegExp(`${placeholderSource}[^\\p{L}\\p{N}<>]*$`, 'u');
const startsOpen = new RegExp(`^[^\\p{L}\\p{N}<>]*${placeholderSource}`, 'u');
const endsQuoted = new RegExp(`["'\`]${placeholderSource}[^<>\\p{L}\\p{N}]*$`, 'u');

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
	if (!endsQuoted.test(message)) return false;
	return (
		!/["'`\u2018-\u201F\u00AB\u00BB&\\]/.test(source.slice(end, end + 3)) && end < source.length
	);
}

/** Whether the line names an error before the end of a message, and not the one with which the message begins. */
function namesOtherError(source: string, { start }: Span, message: string): boolean {
	const name = /\b\w+(?:Error|Exception)\b/.exec(lineBefore(source, start, 120))?.[0];
	return name !== undefined && !message.includes(name);
}

/** Which part of a message is there. */
type Extent = 'whole' | 'beginning' | 'end' | 'some';

function extentOf({ coverage, isCut, isTail }: Occurrence): Extent {
	if (coverage > 0.999) return 'whole';
	if (isCut) return 'beginning';
	return isTail ? 'end' : 'some';
}

const extents = {
	whole: { name: 'the message', certainty: 1 },
	beginning: { name: 'the beginning of the message', certainty: 0.9 },
	end: { name: 'the end of the message', certainty: 0.45 },
	some: { name: 'part of the message', certainty: 0.45 },
} as const satisfies Record<Extent, { name: string; certainty: number }>;

/** Of the end of a message that is unlikely to belong to another one. */
const tailCertainty = 0.85;

function isEnough(extent: Extent, coverage: number, told: number): boolean {
	if (extent === 'whole' || told >= leastTold) return true;
	return extent !== 'beginning' && coverage >= leastCoverage;
}

/** Whether the end of a message is that of no other one. */
function isOwnTail(text: ReadText, occurrence: Occurrence, message: string): boolean {
	const least = opensLine(text, occurrence) ? leastCoverage : leastTail;
	return occurrence.coverage >= least && !namesOtherError(text.source, occurrence.span, message);
}

/** What a score can be where the text speaks of the error, or may have another one. */
function mostScoreAt(source: string, span: Span, message: string): number {
	if (isHandled(source, span)) return handledScore;
	return isNoted(source, span) || lacksQuote(source, span, message) ? mentionedScore : Infinity;
}

/** How a guide comes to be named by one of its messages; nothing where too little of it is there. */
export function messageEvidence(
	text: ReadText,
	{ guide, message, weight }: MessageHit,
	occurrence: Occurrence,
): Evidence | undefined {
	const { coverage, span } = occurrence;
	const extent = extentOf(occurrence);
	const told = (weight / 10) * coverage;
	if (!isEnough(extent, coverage, told)) return undefined;
	const isWhole = extent === 'whole';
	const isDoubtfulTail = extent === 'end' && !isOwnTail(text, occurrence, message);
	const certainty = extent === 'end' && !isDoubtfulTail ? tailCertainty : extents[extent].certainty;
	const lineBonus = isWhole && shareOfLines(text, occurrence, message) > 0.8 ? 1.5 : 0;
	const weighed = Math.min(mostScore, told * scorePerWeight * certainty) + lineBonus;
	const most = mostScoreAt(text.source, span, message);
	return {
		guide,
		kind: 'message',
		score: Math.min(weighed, most),
		span,
		isPart: extent === 'some',
		isDoubtful: most < Infinity || isDoubtfulTail,
		isVerbatim: isWhole && hasLiterals(text.source.slice(span.start, span.end), message),
		why: `${extents[extent].name} “${message}”`,
	};
}
