import type { CustomRecord } from 'pagefind';
import { isTelling } from '#finder/query.ts';
import { plainText, stripCode } from '#lib/markup.ts';
import { otherNames } from '#lib/notation.ts';
import { guidePath } from '#lib/url.ts';
import type { Cause, Fix, Guide } from '#schema/guide.ts';

/** The names that a search result shows and the facets narrow by. */
export interface Shelf {
	readonly product: string;
	readonly category: string;
}

/** The words of a text that a query may ask for, in their order. */
function tellingText(text: string): string {
	const words = text
		.split(/\s+/)
		.map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
	return words.filter(isTelling).join(' ');
}

function causeText({ title, body, checks }: Cause): string[] {
	return [stripCode(title), plainText(body), ...checks.map(plainText)];
}

function fixText({ title, loses, lead, steps, after, verify, undo }: Fix): string[] {
	const html = [lead, ...steps, after, verify, undo ?? ''];
	return [stripCode(title), stripCode(loses ?? ''), ...html.map(plainText)];
}

/**
 * A guide as full-text search reads it: what the guide says, without what its page repeats or every page has, such as
 * headings, related errors, sources and buttons, and without the words that no query is asked with. Those are a third of
 * all, and Pagefind's work grows with each word. A result shows the quick answer, which the record has whole.
 */
export function searchRecord(guide: Guide, { product, category }: Shelf): CustomRecord {
	// As the page has them: the advanced ones last.
	const fixes = guide.fixes.toSorted((a, b) => Number(a.advanced) - Number(b.advanced));
	const text = [
		guide.retired?.note ?? '',
		...guide.messages,
		plainText(guide.intro),
		...guide.causes.flatMap(causeText),
		...fixes.flatMap(fixText),
		...guide.questions.flatMap(({ ask, answer }) => [stripCode(ask), plainText(answer)]),
	].join(' ');
	return {
		url: guidePath(guide.id),
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
		content: tellingText(text),
	};
}
