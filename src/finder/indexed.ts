import { relationGraph, type RelationSource } from '#lib/relations.ts';
import type { IndexedGuide, IndexedProduct } from './index-shape.ts';

/** The parts of a guide that the index is made of. */
export interface GuideSource extends RelationSource {
	readonly code: string;
	readonly name: string;
	readonly product: string;
	readonly aliases: readonly string[];
	readonly messages: readonly string[];
	readonly answer: string;
	readonly proven?: boolean | undefined;
}

export interface ProductSource {
	readonly slug: string;
	readonly name: string;
	readonly also: readonly string[];
	readonly marks: readonly string[];
}

/** Guides as the index takes them: with the guides that cause them, whichever side states it. */
export function toIndexedGuides(guides: readonly GuideSource[]): readonly IndexedGuide[] {
	const relations = relationGraph(guides);
	return guides.map(({ id, code, name, product, aliases, messages, answer, proven = false }) => ({
		id,
		code,
		name,
		product,
		aliases,
		messages,
		answer,
		proven,
		causes: (relations.get(id) ?? []).flatMap(({ guide, as }) => (as === 'cause' ? guide : [])),
	}));
}

export function toIndexedProducts(products: readonly ProductSource[]): readonly IndexedProduct[] {
	return products.map(({ slug, name, also, marks }) => ({ slug, name, also, marks }));
}
