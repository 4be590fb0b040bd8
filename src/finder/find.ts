import { hasManyCodes, isTable } from './code-list.ts';
import { contenders, overlap, type Contender } from './contenders.ts';
import { certainScore } from './evidence.ts';
import { gather } from './gather.ts';
import type { IndexReader, FoundGuide } from './index-reader.ts';
import { readText, type Span } from './text.ts';
import { findTypos, type Suggestion } from './typo.ts';

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

const mostMatches = 12;
/** The most that a score can be. */
const topScore = 20;
/** By how much the better of two guides for one place must lead to be the one. */
const lead = 0.7;
/** What is longer, in UTF-16 code units, is no single code. */
const longInput = 1000;

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
export async function find(index: IndexReader, input: string): Promise<Result> {
	// They load while the text is read.
	if (input.length > longInput) index.loadFilters();
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
			hasManyCodes(input));
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
