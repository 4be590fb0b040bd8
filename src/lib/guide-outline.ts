import type { Fix, Guide } from '#schema/guide.ts';

/** A fix with the number that its page gives it. */
export type NumberedFix = Fix & { readonly number: number };

/** The fixes in the order of the page: the advanced ones after the others. */
export function numberFixes(fixes: readonly Fix[]): readonly NumberedFix[] {
	return fixes
		.toSorted((a, b) => Number(a.advanced) - Number(b.advanced))
		.map((fix, index) => ({ ...fix, number: index + 1 }));
}

/** The sections of fixes that a guide has. */
export function fixSections(fixes: readonly NumberedFix[]) {
	return [
		{
			id: 'fixes',
			label: 'Fixes',
			title: 'Fixes, safest first',
			fixes: fixes.filter(({ advanced }) => !advanced),
		},
		{
			id: 'advanced',
			label: 'Advanced fixes',
			title: 'Advanced fixes',
			fixes: fixes.filter(({ advanced }) => advanced),
		},
	].filter((section) => section.fixes.length > 0);
}

export interface ContentsGroup {
	/** The anchor of a section. */
	readonly id: string;
	readonly label: string;
	/** The parts of the section, which have anchors of their own. */
	readonly items: readonly { readonly id: string; readonly title: string }[];
}

/** What the contents of a guide's page list. */
export function contentsOf(
	{ causes, fixes, questions }: Pick<Guide, 'causes' | 'fixes' | 'questions'>,
	hasRelated: boolean,
): readonly ContentsGroup[] {
	return [
		{ id: 'causes', label: 'Causes', items: causes },
		...fixSections(numberFixes(fixes)).map(({ id, label, fixes: items }) => ({ id, label, items })),
		...(questions.length > 0 ? [{ id: 'questions', label: 'Questions', items: [] }] : []),
		...(hasRelated ? [{ id: 'related', label: 'Related', items: [] }] : []),
		{ id: 'support', label: 'Support', items: [] },
		{ id: 'sources', label: 'Sources', items: [] },
	];
}
