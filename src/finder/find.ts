import { anchorPlaces } from './anchors.ts';
import { codeCandidates, type CodeCandidate } from './codes.ts';
import { certainScore, codeEvidence, messageEvidence, type Evidence } from './evidence.ts';
import { findTypos, type Suggestion } from './typo.ts';
import type { CodeHit, FinderIndex, FoundGuide } from './index-reader.ts';
import { compileTemplate, matchAt } from './messages.ts';
import { before, readText, type ReadText, type Span } from './text.ts';

/** `certain`: this is it. `possible`: it may be one of these. `unknown`: nothing known. */
export type State = 'certain' | 'possible' | 'unknown';

export interface Match {
	readonly guide: FoundGuide;
	/** What matched, in words. */
	readonly why: string;
	/** From 0 to 1; only to compare matches of one text. */
	readonly score: number;
	/** Where in the text, in UTF-16 code units. */
	readonly span: Span;
	/** Another guide explains the same place of the text better; this one is there in case it does not. */
	readonly isAlternative: boolean;
}

export interface Result {
	readonly state: State;
	/** Best first. */
	readonly matches: readonly Match[];
	/** Codes that differ in one digit from what was typed: a question to the reader, never a match. */
	readonly suggestions: readonly Suggestion[];
}

const nothing: Result = { state: 'unknown', matches: [], suggestions: [] };

/** Below this, what speaks for a guide is not worth a reader's look. */
const leastScore = 2.4;
const mostMatches = 12;
/** A code that stands by itself, in letters. */
const longestWord = 40;
/** The most that a score can be. */
const topScore = 20;
/** By how much the better of two guides for one place must lead to be the one. */
const lead = 0.7;
/** More different codes than a log of one failure has: a table of codes, or the source of a program that knows them. */
const listLength = 8;
const codeLook =
	/\b(?:E[A-Z]{3,15}|[A-Z]{2,6}_[A-Z0-9_]{2,40}|0x[0-9a-fA-F]{8}|[A-Z]{1,7}-?\d{3,6})\b/g;
/** The first word of a line of a table of codes. */
const codeHead =
	/^[|*\-\u2022\s`"']*(?:\d{1,5}[|:.\s-]+)?(E[A-Z]{3,15}|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|0x[0-9a-fA-F]{6,8}|[0-9A-Z]{5}|[1-5]\d\d|[A-Z]{1,7}-?\d{3,6})\b/;
/** So many lines of a table, and this share of all. */
const tableLines = 5;
const tableShare = 0.6;
/** What of a text is looked at for that, in UTF-16 code units. */
const listSample = 50_000;
const productBonus = 1;
const headBonus = 0.8;
/** How far before its evidence the name of a product may stand on its line, in letters. */
const lineHead = 80;
/** How far around its evidence the name of a product counts, in letters. */
const neighbourhood = 1500;

interface Contender {
	readonly guide: FoundGuide;
	/** Best first. */
	readonly evidence: readonly Evidence[];
	readonly score: number;
}

/** What wraps a code without being part of it, as in `net::ERR_FAILED` and `error[E0382]`. */
const wrapper = /^(?:net|error|err|warning|code)$/;

/** Looks a code up that stands by itself: the whole of it first, so that one file of the index is enough. */
async function lookUpWord(index: FinderIndex, text: ReadText): Promise<readonly Evidence[]> {
	const { letters, words } = text;
	const candidates = codeCandidates(text, () => true);
	const firstWord = letters.slice(0, words[1]);
	const start = wrapper.test(firstWord) ? words[1] : 0;
	const whole = candidates.filter((one) => one.start === start && one.end === letters.length);
	const evidence = codeEvidences(text, whole, await index.codes(whole.map(({ key }) => key)));
	if (evidence.length > 0) return evidence;
	return codeEvidences(text, candidates, await index.codes(candidates.map(({ key }) => key)));
}

function codeEvidences(
	text: ReadText,
	candidates: readonly CodeCandidate[],
	hits: readonly CodeHit[],
): readonly Evidence[] {
	const hitsOf = Map.groupBy(hits, ({ key }) => key);
	return candidates.flatMap((candidate) =>
		(hitsOf.get(candidate.key) ?? []).map((hit) => codeEvidence(text, candidate, hit)),
	);
}

async function gather(index: FinderIndex, text: ReadText): Promise<readonly Evidence[]> {
	// One code by itself needs no filter: its few keys are looked up at once.
	if (text.letters.length <= longestWord && !/\s/.test(text.source.trim())) {
		const evidence = await lookUpWord(index, text);
		if (evidence.length > 0) return evidence;
	}
	const [codeFilter, messageFilter] = await Promise.all([
		index.filter('codes'),
		index.filter('messages'),
	]);
	const candidates = codeCandidates(text, codeFilter);
	const places = anchorPlaces(text, messageFilter);
	const [codeHits, messageHits] = await Promise.all([
		index.codes(candidates.map(({ key }) => key)),
		index.messages(places.map(({ key }) => key)),
	]);
	const messagesOf = Map.groupBy(messageHits, ({ key }) => key);
	const messages = places.flatMap(({ key, letter }) =>
		(messagesOf.get(key) ?? []).flatMap((hit) => {
			const occurrence = matchAt(text, compileTemplate(hit.message), hit, letter);
			return (occurrence && messageEvidence(text, hit, occurrence)) ?? [];
		}),
	);
	return [...codeEvidences(text, candidates, codeHits), ...messages];
}

/** The longest of the product's marks that stands as whole words between two letters, or nothing. */
function findMark(text: ReadText, { product }: FoundGuide, from: number, to: number): string {
	const window = text.letters.slice(from, to);
	const standsAt = (at: number, mark: string) => {
		const end = from + at + mark.length;
		const opens = (text.marks[from + at]! & before.gap) !== 0;
		return opens && (end >= text.letters.length || (text.marks[end]! & before.gap) !== 0);
	};
	return product.marks.reduce((longest, mark) => {
		if (mark.length <= longest.length) return longest;
		for (let at = window.indexOf(mark); at >= 0; at = window.indexOf(mark, at + 1))
			if (standsAt(at, mark)) return mark;
		return longest;
	}, '');
}

/** Where the line of a letter starts, or as far before it as the head of a log line goes. */
function lineStart({ marks }: ReadText, letter: number): number {
	let start = letter;
	while (start > 0 && letter - start < lineHead && !((marks[start] ?? 0) & before.line)) start -= 1;
	return start;
}

/** The first letter at or after an offset of the source. Logarithmic. */
function letterAt({ offsets }: ReadText, offset: number): number {
	let low = 0;
	let high = offsets.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (offsets[middle]! < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** What is left of evidence that lies within the whole message of another guide: the longer one is the more specific. */
const withinOther = 0.7;
/** More evidence than that is the same over and over. */
const mostCompared = 600;

function weighAgainstOthers(all: readonly Evidence[]): readonly Evidence[] {
	const messages = all.filter(({ isVerbatim }) => isVerbatim).slice(0, mostCompared);
	return all.map((evidence) => {
		const { guide, span, score } = evidence;
		const isWithin = messages.some(
			(other) =>
				other.guide.id !== guide.id &&
				other.span.start <= span.start &&
				other.span.end >= span.end &&
				other.span.end - other.span.start > span.end - span.start,
		);
		return isWithin ? { ...evidence, score: score * withinOther } : evidence;
	});
}

function contenders(text: ReadText, found: readonly Evidence[]): readonly Contender[] {
	const all = weighAgainstOthers(found);
	return [...Map.groupBy(all, ({ guide }) => guide.id).values()]
		.map((list) => {
			const evidence = [...list].sort((a, b) => b.score - a.score || a.span.start - b.span.start);
			const best = evidence[0]!; // Groups are never empty.
			// What stands elsewhere says something new; the code within the message hardly does.
			const elsewhere = evidence.find(({ span }) => !overlap(span, best.span))?.score ?? 0;
			const within = evidence.find(({ kind, isPart }) => kind !== best.kind && !isPart)?.score ?? 0;
			const score = best.score + Math.max(0.3 * elsewhere, 0.15 * within);
			const letter = letterAt(text, best.span.start);
			const near = [Math.max(0, letter - neighbourhood), letter + neighbourhood] as const;
			// A log line says first who wrote it.
			const isHead = findMark(text, best.guide, lineStart(text, letter), letter) !== '';
			return {
				guide: best.guide,
				evidence,
				score: score + (isHead ? headBonus : 0),
				mark: findMark(text, best.guide, ...near),
			};
		})
		.map((contender, _, all) => {
			const { mark } = contender;
			// “Windows Update” does not speak for Windows.
			const isPartOfOther = all.some((other) => other.mark !== mark && other.mark.includes(mark));
			const bonus = mark !== '' && !isPartOfOther ? productBonus : 0;
			return { ...contender, score: contender.score + bonus };
		})
		.filter(({ score }) => score >= leastScore)
		.sort((a, b) => b.score - a.score || (a.guide.id < b.guide.id ? -1 : 1));
}

function overlap(a: Span, b: Span): boolean {
	return a.start < b.end && b.start < a.end;
}

/** An error of the text with the guides that explain it, best first. */
interface Group {
	readonly members: Contender[];
}

/** Guides whose evidence stands at places that a better one explains belong to that one; the others are other errors. */
function toGroups(all: readonly Contender[]): readonly Group[] {
	const groups: Group[] = [];
	for (const contender of all) {
		const explains = ({ members }: Group) =>
			contender.evidence.every(({ span }) =>
				members.some(({ evidence }) => evidence.some((other) => overlap(span, other.span))),
			);
		const group = groups.find(explains);
		if (group) group.members.push(contender);
		else groups.push({ members: [contender] });
	}
	return groups;
}

/** The groups of which the first member causes that of another come before it; else the order stays. */
function causesFirst(groups: readonly Group[]): readonly Group[] {
	const idOf = ({ members }: Group) => members[0]?.guide.id ?? '';
	const sorted: Group[] = [];
	const visit = (group: Group, path: ReadonlySet<Group>) => {
		if (sorted.includes(group) || path.has(group)) return;
		const causes = new Set(group.members[0]?.guide.causes);
		for (const other of groups)
			if (causes.has(idOf(other))) visit(other, new Set([...path, group]));
		if (!sorted.includes(group)) sorted.push(group);
	};
	for (const group of groups) visit(group, new Set());
	return sorted;
}

/** The members of a group among which the text does not decide: one, or a choice. */
function equals({ members }: Group): readonly Contender[] {
	const best = members[0]?.score ?? 0;
	return members.filter(({ score }) => best - score < lead);
}

function isCertain(group: Group): boolean {
	return (group.members[0]?.score ?? 0) >= certainScore && equals(group).length === 1;
}

/** What the evidence of a message must score to be what the reader is shown. */
const tellingScore = 5;

function toMatch({ guide, evidence, score }: Contender, isAlternative: boolean): Match {
	// A message says more to the reader than the code within it, even where the code weighs more.
	const best =
		evidence.find(
			({ kind, isPart, score: own }) => kind === 'message' && !isPart && own >= tellingScore,
		) ?? evidence[0];
	return {
		guide,
		why: best?.why ?? '',
		score: Math.round((100 * Math.min(score, topScore)) / topScore) / 100,
		span: best?.span ?? { start: 0, end: 0 },
		isAlternative,
	};
}

/** Whether most lines start with a code, each with another one. */
function isTable(input: string): boolean {
	const lines = input
		.slice(0, listSample)
		.split(/[\r\n]+/)
		.filter((line) => line.trim() !== '');
	const heads = lines.flatMap((line) => codeHead.exec(line)?.[1] ?? []);
	return new Set(heads).size >= tableLines && heads.length >= tableShare * lines.length;
}

const typoScore = 0.2;

/** What was mistyped may be one of these; a number that only looks like another one is no match. */
function fromTypos(typos: readonly Suggestion[]): Result {
	const matches = typos
		.filter(({ isOtherNumber }) => !isOtherNumber)
		.map(({ guide, name, span }) => ({
			guide,
			why: `one letter away from ${name}`,
			score: typoScore,
			span,
			isAlternative: false,
		}));
	const suggestions = typos.filter(({ isOtherNumber }) => isOtherNumber);
	return { state: matches.length > 0 ? 'possible' : 'unknown', matches, suggestions };
}

/**
 * The guides to the errors in a text: a code in any notation, a message, or a whole log. Linear in the length of the
 * text; reads only those files of the index that the text needs. Rejects only when a file of the index cannot be had.
 */
export async function find(index: FinderIndex, input: string): Promise<Result> {
	const text = readText(input);
	if (text.letters === '') return nothing;
	const all = contenders(text, await gather(index, text));
	const strong = all.filter(({ score }) => score >= certainScore);
	// Beside an error that is sure, faint ones are noise.
	const kept = strong.length > 0 ? all.filter(({ score }) => score >= certainScore / 2) : all;
	const groups = causesFirst(toGroups(kept));
	const [first] = groups;
	if (!first) return fromTypos(await findTypos(index, text));
	const isList =
		isTable(input) ||
		(strong.every(({ evidence }) => evidence.every(({ kind }) => kind === 'code')) &&
			new Set(input.slice(0, listSample).match(codeLook)).size >= listLength);
	const ordered = [...groups].sort((a, b) => Number(isCertain(b)) - Number(isCertain(a)));
	const matches = [
		...ordered.flatMap((group) => equals(group).map((member) => toMatch(member, false))),
		...ordered.flatMap((group) =>
			group.members.slice(equals(group).length).map((member) => toMatch(member, true)),
		),
	];
	return {
		state: isCertain(ordered[0] ?? first) && !isList ? 'certain' : 'possible',
		matches: matches.slice(0, mostMatches),
		suggestions: [],
	};
}
