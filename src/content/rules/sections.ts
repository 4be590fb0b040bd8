import type { Draft, Part, Report } from '../draft.ts';
import { placeOf, type Node } from '../source.ts';

const ranks = { prose: 0, Cause: 1, Fix: 2, 'advanced Fix': 3, Question: 4 } as const;
type Section = keyof typeof ranks;

/** The section an entry belongs to; nothing for a fix whose attributes do not tell. */
function sectionOf(entry: Part | Node, draft: Draft): Section | undefined {
	if (!('parts' in entry)) return 'prose';
	if (entry.name === 'Fix') {
		const { attributes } = draft.fixes.find((part) => part === entry) ?? {};
		if (!attributes) return undefined;
		return attributes.advanced ? 'advanced Fix' : 'Fix';
	}
	return entry.name === 'Cause' || entry.name === 'Question' ? entry.name : 'prose';
}

/** A guide has causes and fixes, and its sections stand in the order in which a reader needs them. */
export function sections(draft: Draft, report: Report): void {
	if (!draft.source.nodes) return;
	const start = { line: 1, column: 1 };
	if (draft.causes.length === 0 && !draft.lacksSections) {
		report(
			'guide/missing-cause',
			start,
			'The guide has no <Cause>.',
			'Write the likeliest cause, with a check and its fixes.',
		);
	}
	if (draft.fixes.length === 0 && !draft.lacksSections) {
		report(
			'guide/missing-fix',
			start,
			'The guide has no <Fix>.',
			'Write the safest fix, with steps and <Verify>.',
		);
	}
	let last: Section = 'prose';
	for (const entry of draft.top) {
		const section = sectionOf(entry, draft);
		if (!section) continue;
		if (ranks[section] < ranks[last]) {
			const name = section === 'prose' ? 'Prose' : section;
			report(
				'guide/section-order',
				'parts' in entry ? entry.place : placeOf(entry),
				`${name} comes after ${last}.`,
				'Order: prose, Cause, Fix, advanced Fix, Question.',
			);
			return;
		}
		last = section;
	}
}
