import type { CustomRecord } from 'pagefind';
import { wordsOf } from '#finder/query.ts';
import { fragmentsOf } from '#lib/fragments.ts';
import { stripCode } from '#lib/markup.ts';
import { otherNames } from '#lib/notation.ts';
import { guideLink } from '#lib/url.ts';
import type { Guide } from '#schema/guide.ts';

/** The names that a search result shows and the facets narrow by. */
export interface Shelf {
	readonly product: string;
	readonly category: string;
}

/**
 * A guide as full-text search reads it: what the guide says, without what its page repeats or every page has, such as
 * headings, related errors, sources and buttons, and without the words that no query is asked with. Those are a third of
 * all, and Pagefind's work grows with each word. A result shows the quick answer, which the record has whole.
 */
export function toRecord(guide: Guide, { product, category }: Shelf): CustomRecord {
	const texts = [
		guide.retired?.note ?? '',
		...guide.messages,
		...guide.causes.map(({ title }) => stripCode(title)),
		...guide.fixes.flatMap(({ title, loses = '' }) => [stripCode(title), stripCode(loses)]),
		...guide.questions.map(({ ask }) => stripCode(ask)),
		...fragmentsOf(guide).map(({ text }) => text),
	];
	return {
		// Pagefind puts the folder that it is served from before it.
		url: guideLink(guide.id),
		language: 'en',
		meta: {
			title: `${guide.code} ${guide.name}`,
			code: guide.code,
			name: guide.name,
			product,
			aliases: otherNames(guide).join(' · '),
			category,
			answer: guide.answer,
			proven: guide.proof ? 'yes' : 'no',
		},
		filters: { product: [product], category: [category] },
		content: texts.flatMap(wordsOf).join(' '),
	};
}
