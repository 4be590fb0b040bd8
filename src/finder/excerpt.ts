import type { Span } from './text.ts';

const around = 48;
const maxMarked = 160;

/** A part of a text on one line, with a little of what is around it. */
export interface Excerpt {
	readonly before: string;
	readonly marked: string;
	readonly after: string;
}

function onOneLine(text: string): string {
	return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ');
}

export function excerptOf(text: string, { start, end }: Span): Excerpt {
	const before = text.slice(Math.max(0, start - around), start).split(/[\r\n]/);
	const after = text.slice(end, end + around).split(/[\r\n]/);
	const marked = onOneLine(text.slice(start, end));
	return {
		before: onOneLine(before.at(-1) ?? ''),
		marked: marked.length > maxMarked ? `${marked.slice(0, maxMarked)}…` : marked,
		after: onOneLine(after[0] ?? ''),
	};
}
