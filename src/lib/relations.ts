import type { RelationKind } from '#schema/guide.ts';

export interface RelationSource {
	readonly id: string;
	readonly related: readonly { readonly guide: string; readonly as: RelationKind }[];
}

export interface Relation {
	readonly guide: string;
	readonly as: RelationKind;
}

/** What this error is to the other, when the other is that to this one. */
export const inverse = {
	cause: 'effect',
	effect: 'cause',
	sibling: 'sibling',
	lookalike: 'lookalike',
} as const satisfies Record<RelationKind, RelationKind>;

/**
 * The relations of every guide, stated on either side, shown on both. Where both sides state one, each side shows its
 * own. Linear in the number of statements; order is that of statement, own ones first.
 */
export function relationGraph(
	guides: readonly RelationSource[],
): ReadonlyMap<string, readonly Relation[]> {
	const graph = new Map<string, Map<string, Relation>>(
		guides.map((guide) => [guide.id, new Map()]),
	);
	for (const guide of guides) {
		for (const related of guide.related) graph.get(guide.id)?.set(related.guide, related);
	}
	for (const guide of guides) {
		for (const { guide: other, as } of guide.related) {
			const back = graph.get(other);
			if (back && !back.has(guide.id)) back.set(guide.id, { guide: guide.id, as: inverse[as] });
		}
	}
	return new Map([...graph].map(([id, relations]) => [id, [...relations.values()]]));
}
