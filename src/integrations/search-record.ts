import type { CustomRecord } from 'pagefind';
import { wordsOf } from '#finder/query.ts';
import { escapeHtml, inlineCode, plainText } from '#lib/markup.ts';
import { otherNames } from '#lib/notation.ts';
import { guideLink } from '#lib/url.ts';
import type { Cause, Fix, Guide } from '#schema/guide.ts';

/** The names that a search result shows and the facets narrow by. */
export interface Shelf {
	readonly product: string;
	readonly category: string;
}

/**
 * Pagefind's mark for the weight of what follows, which `data-pagefind-weight` becomes in a page. Its index notes the
 * weight of each word of each page unless that is 25 of 24, though without the mark it is 24. With it, the index is a
 * seventh cheaper to make.
 */
const evenWeight = '___PAGEFIND_WEIGHT___1.05';

function causeHtml({ title, body, checks }: Cause): string[] {
	return [inlineCode(title), body, ...checks];
}

function fixHtml({ title, loses, lead, steps, after, verify, undo }: Fix): string[] {
	return [inlineCode(title), inlineCode(loses ?? ''), lead, ...steps, after, verify, undo ?? ''];
}

/**
 * A guide as full-text search reads it: what the guide says, without what its page repeats or every page has, such as
 * headings, related errors, sources and buttons, and without the words that no query is asked with. Those are a third of
 * all, and Pagefind's work grows with each word. A result shows the quick answer, which the record has whole.
 */
export function searchRecord(guide: Guide, { product, category }: Shelf): CustomRecord {
	// As the page has them: the advanced ones last.
	const fixes = guide.fixes.toSorted((a, b) => Number(a.advanced) - Number(b.advanced));
	const html = [
		inlineCode(guide.retired?.note ?? ''),
		...guide.messages.map(escapeHtml),
		guide.intro,
		...guide.causes.flatMap(causeHtml),
		...fixes.flatMap(fixHtml),
		...guide.questions.flatMap(({ ask, answer }) => [inlineCode(ask), answer]),
	].join(' ');
	return {
		// Within the site: Pagefind adds the folder that it is served from.
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
		content: `${evenWeight} ${wordsOf(plainText(html)).join(' ')}`,
	};
}
