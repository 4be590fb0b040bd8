import type { Fragment, Guide } from '#schema/guide.ts';

/** Every rendered part of a guide, in the order of its page. */
export function fragmentsOf({ intro, causes, fixes, questions }: Guide): readonly Fragment[] {
	return [
		intro,
		...causes.flatMap(({ body, checks }) => [body, ...checks]),
		...fixes.flatMap(({ lead, steps, after, verify, undo }) => [
			lead,
			...steps,
			after,
			verify,
			...(undo ? [undo] : []),
		]),
		...questions.map(({ answer }) => answer),
	];
}
