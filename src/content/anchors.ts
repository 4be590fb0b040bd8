import { toAnchor } from '#lib/markup.ts';
import type { Guide } from '#schema/guide.ts';

/** Anchors of the guide page itself, which no part of a guide may take. */
export const pageAnchors = [
	'main',
	'search',
	'check',
	'messages',
	'causes',
	'fixes',
	'advanced',
	'questions',
	'support',
	'related',
	'sources',
] as const;

/** The anchor of one step of a fix, counted from 1. */
function stepAnchor(fix: string, number: number): string {
	return `${fix}-${number}`;
}

/** Hands out anchors that are unique on one page. */
export class Anchors {
	readonly #taken: Set<string>;

	constructor(reserved: Iterable<string>) {
		this.#taken = new Set(reserved);
	}

	next(text: string): string {
		const base = toAnchor(text);
		let anchor = base;
		for (let number = 2; this.#taken.has(anchor); number += 1) anchor = `${base}-${number}`;
		this.#taken.add(anchor);
		return anchor;
	}
}

/** The anchors that the fixes of a guide take on its page: their own and those of their steps. */
export function fixAnchors(
	fixes: readonly { readonly id: string; readonly steps: readonly unknown[] }[],
): string[] {
	return fixes.flatMap(({ id, steps }) => [
		id,
		...steps.map((_, index) => stepAnchor(id, index + 1)),
	]);
}

/** Every anchor of a guide's page that a link may name. */
export function anchorsOf(guide: Guide): ReadonlySet<string> {
	return new Set([
		...pageAnchors,
		...guide.causes.map(({ id }) => id),
		...fixAnchors(guide.fixes),
		...guide.questions.map(({ id }) => id),
	]);
}
