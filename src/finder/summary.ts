import type { Result, State } from './find.ts';

export const headings = {
	certain: 'This is it',
	possible: 'It may be one of these',
	unknown: 'No guide knows this',
} as const satisfies Record<State, string>;

/** A result in one sentence, for people who hear a page rather than see it. */
export function summaryOf({ state, matches }: Pick<Result, 'state' | 'matches'>): string {
	const [first] = matches;
	if (!first) return 'No guide found.';
	const name = `${first.guide.code}, ${first.guide.product.name}`;
	const others = matches.length - 1;
	const more = others > 0 ? ` ${others} more.` : '';
	return state === 'certain' ? `This is it: ${name}.${more}` : `It may be ${name}.${more}`;
}
