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

/** The offset of the first brace, outside code and quoted attributes, that the parser would run away with. */
export function findRunawayBrace(text: string, from: number): number | undefined {
	if (hasPlainBraces(text, from)) return undefined;
	let inTag = false;
	let at = from;
	while (at < text.length) {
		const lineStart = at === from || text[at - 1] === '\n';
		const fenceEnd = lineStart && !inTag ? afterFence(text, at) : undefined;
		const character = text[at]!;
		if (fenceEnd !== undefined) {
			at = fenceEnd;
		} else if (character === '{') {
			const close = closingBrace(text, at);
			if (close === undefined) return isCostly(text.slice(at)) ? at : undefined;
			const inside = text.slice(at, close);
			if (/<[A-Za-z]/.test(inside) && isCostly(text.slice(at))) return at;
			at = /[<`]/.test(inside) ? at + 1 : close + 1;
		} else if (inTag) {
			const close = /["']/.test(character) ? text.indexOf(character, at + 1) : -1;
			if (character === '>') inTag = false;
			at = Math.max(at, close) + 1;
		} else if (character === '`') {
			at = afterTicks(text, at);
		} else {
			inTag = character === '<' && /[A-Za-z]/.test(text[at + 1] ?? '');
			at += character === '\\' ? 2 : 1;
		}
	}
	return undefined;
}
