import { everydayWords } from './common-words.ts';
import type { Span } from './text.ts';

/* Text that names an error without having it: programs, tests, notes, prose. Looks at the line of the name alone. */

/** What a score can be where a program handles the error, and where a text speaks about it. */
export const handledScore = 5;
export const mentionedScore = 7;

/** What stands on the line before an offset, so many UTF-16 code units of it at most. */
export function lineBefore(source: string, start: number, longest: number): string {
	return (
		source
			.slice(Math.max(0, start - longest), start)
			.split(/[\r\n]/)
			.at(-1) ?? ''
	);
}

/** Code and tests that name an error rather than report it: `err.code === 'EACCES'`, `except (A, B)`, `grep -q 'X`. */
const handling =
	/(?:[!=]==?|\b(?:case|catch|except|rescue|raises?|raise_error|throw new|throws|toThrow(?:Error)?|ts-expect-error|instanceof|import|extends|includes|in|starts?_?with\??|expect|it|test|describe|assert\w*|grep(?: -\w+)*)\b\??)\s*[([]?\s*(?:["'`]?[\w.:]+["'`]?\s*[,|]\s*)*(?:\w+\.)*["'`]?$/i;

/** Within the title of a test. */
const testTitle = /\b(?:it|test|describe)(?:\.\w+)*\(\s*["'`][^"'`]*$/;

/** In a list that a program looks into. */
const listTail = /^["'`][^\r\n]{0,80}?\]\.(?:includes|indexOf|has|some)\(/;

/** Within an address or a path, as the pages and files about an error have. */
const address = /[\w.-]\/$|\/\S{0,60}[?&#](?:\w{1,20}=)?$/;

/** Whether a program that knows the error stands here, or an address with its name, rather than one that has it. */
export function isHandled(source: string, { start, end }: Span): boolean {
	const head = lineBefore(source, start, 80);
	if (address.test(head)) return true;
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
	return [lineBefore(source, start, 200), source.slice(end, end + 200).split(/[\r\n]/)[0] ?? ''];
}

/** Whether the line is one of a changelog, of passed tests or of comments. */
export function isNoted(source: string, span: Span): boolean {
	const [head, tail] = aroundOnLine(source, span);
	return notedHead.test(head) || notedTail.test(tail);
}

/** Whether the line of a code speaks about it, as prose, notes and tests do, rather than reports it. */
export function isMentioned(source: string, span: Span): boolean {
	if (isNoted(source, span)) return true;
	const rest = aroundOnLine(source, span).join(' ');
	if (errorWord.test(rest) || askingPhrase.test(rest)) return false;
	const words = rest.toLowerCase().match(/\p{L}+/gu) ?? [];
	return words.filter((word) => everydayWords.has(word)).length >= sentenceWords;
}
