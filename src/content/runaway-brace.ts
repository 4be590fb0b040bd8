/*
 * satteri 0.10.5 needs time that doubles with every tag which follows a `{` that is not closed, or that has a tag
 * inside: a stray brace before 40 placeholders would stop a check for days. Guides have no expressions, so such a brace
 * is a finding in any case, and is found here before the parser sees it. Delete this file when satteri is linear there.
 */

/** So many tags cost some milliseconds. */
const harmlessTags = 12;

/** The offset behind the code span or run of back-ticks at `at`. A span ends before the next blank line. */
function afterTicks(text: string, at: number): number {
	const run = /`+/y;
	run.lastIndex = at;
	const ticks = run.exec(text)?.[0] ?? '`';
	const blank = /\n[ \t]*\n/g;
	blank.lastIndex = at;
	const end = blank.exec(text)?.index ?? text.length;
	for (const { 0: close, index } of text.slice(at + ticks.length, end).matchAll(/`+/g)) {
		if (close === ticks) return at + ticks.length + index + close.length;
	}
	return at + ticks.length;
}

/**
 * The offset behind the fence that opens at the line start `at`, or nothing when none opens there. A fence in a list
 * ends with its list, at the next line that is indented less.
 */
function afterFence(text: string, at: number): number | undefined {
	const opening = /([ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)*)(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})/y;
	opening.lastIndex = at;
	const [, indent = '', fence] = opening.exec(text) ?? [];
	if (!fence) return undefined;
	const ends = [`[ \\t]*${fence[0]!}{${fence.length},}[ \\t]*(?=\\n|$)`];
	if (indent.length > 1) ends.push(`(?=[ \\t]{0,${indent.length - 1}}\\S)`);
	const closing = new RegExp(`\\n(?:${ends.join('|')})`, 'g');
	closing.lastIndex = opening.lastIndex;
	return closing.exec(text) ? closing.lastIndex : text.length;
}

/** The offset of the partner of the brace at `open`, or nothing when it has none. */
function closingBrace(text: string, open: number): number | undefined {
	let depth = 0;
	for (let at = open; at < text.length; at += 1) {
		if (text[at] === '{') depth += 1;
		else if (text[at] === '}' && (depth -= 1) === 0) return at;
	}
	return undefined;
}

/** Counts braces, too: each one that is not closed makes the parser read the rest of the text. */
function isCostly(text: string): boolean {
	return (
		(text.match(/<[A-Za-z]/g) ?? []).length > harmlessTags ||
		(text.match(/\{/g) ?? []).length > 50 * harmlessTags
	);
}

/** Whether each brace has its partner behind it before any other brace, tag or code span starts: no run, wherever it is. */
function hasPlainBraces(text: string, from: number): boolean {
	const next = /[{}<`]/g;
	for (let open = text.indexOf('{', from); open !== -1; open = text.indexOf('{', next.lastIndex)) {
		next.lastIndex = open + 1;
		if (next.exec(text)?.[0] !== '}') return false;
	}
	return true;
}

const tagStart = /<[A-Za-z]/;

/** The offset where reading goes on after the brace at `open`; nothing where the parser would run away with it. */
function afterBrace(text: string, open: number): number | undefined {
	const close = closingBrace(text, open);
	if (close === undefined) return isCostly(text.slice(open)) ? undefined : text.length;
	const inside = text.slice(open, close);
	if (tagStart.test(inside) && isCostly(text.slice(open))) return undefined;
	return /[<`]/.test(inside) ? open + 1 : close + 1;
}

/** The offset after a character of a tag, or after the attribute's value that a quote at `at` opens. */
function afterTagCharacter(text: string, at: number): number {
	const close = /["']/.test(text[at]!) ? text.indexOf(text[at]!, at + 1) : -1;
	return Math.max(at, close) + 1;
}

/** The offset of the first brace, outside code and quoted attributes, that the parser would run away with. */
export function findRunawayBrace(text: string, from: number): number | undefined {
	if (hasPlainBraces(text, from)) return undefined;
	let inTag = false;
	let at = from;
	while (at < text.length) {
		const character = text[at]!;
		const startsLine = at === from || text[at - 1] === '\n';
		const fenceEnd = startsLine && !inTag ? afterFence(text, at) : undefined;
		if (fenceEnd !== undefined) {
			at = fenceEnd;
		} else if (character === '{') {
			const next = afterBrace(text, at);
			if (next === undefined) return at;
			at = next;
		} else if (inTag) {
			inTag = character !== '>';
			at = afterTagCharacter(text, at);
		} else if (character === '`') {
			at = afterTicks(text, at);
		} else {
			inTag = tagStart.test(text.slice(at, at + 2));
			at += character === '\\' ? 2 : 1;
		}
	}
	return undefined;
}
