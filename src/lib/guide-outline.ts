import type { Fix } from '#schema/guide.ts';

type Numbered<Given> = Given & { readonly number: number };

/** A fix with the number that its page gives it. */
export type NumberedFix = Numbered<Fix>;

/** What an outline says about a fix. */
type OutlinedFix = Pick<Fix, 'id' | 'title' | 'advanced'>;

/** The fixes in the order of the page, the advanced ones after the others, with the numbers that they have there. */
export function numberFixes<Given extends OutlinedFix>(
	fixes: readonly Given[],
): readonly Numbered<Given>[] {
	return fixes
		.toSorted((a, b) => Number(a.advanced) - Number(b.advanced))
		.map((fix, index) => ({ ...fix, number: index + 1 }));
}

/** The sections of fixes that a guide has. */
export function fixSections<Given extends OutlinedFix>(fixes: readonly Given[]) {
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
	{
		causes,
		questions,
	}: { readonly causes: ContentsGroup['items']; readonly questions: readonly unknown[] },
	sections: ReturnType<typeof fixSections>,
	hasRelated: boolean,
): readonly ContentsGroup[] {
	return [
		{ id: 'causes', label: 'Causes', items: causes },
		...sections.map(({ id, label, fixes: items }) => ({ id, label, items })),
		...(questions.length > 0 ? [{ id: 'questions', label: 'Questions', items: [] }] : []),
		...(hasRelated ? [{ id: 'related', label: 'Related', items: [] }] : []),
		{ id: 'support', label: 'Support', items: [] },
		{ id: 'sources', label: 'Sources', items: [] },
	];
}
