import type { CustomRecord } from 'pagefind';
import { plainText, stripCode } from '#lib/markup.ts';
import { otherNames } from '#lib/notation.ts';
import { guidePath } from '#lib/url.ts';
import type { Cause, Fix, Guide } from '#schema/guide.ts';

/** The names that a search result shows and the facets narrow by. */
export interface Shelf {
	readonly product: string;
	readonly category: string;
}

/** A title or another plain text as a sentence of its own. */
function sentence(text: string): string {
	return `${stripCode(text)}${/[.:?]$/.test(text) ? '' : '.'}`;
}

function causeText({ title, body, checks }: Cause): string[] {
	return [sentence(title), plainText(body + checks.join(''))];
}

function fixText({ title, loses, lead, steps, after, verify, undo }: Fix): string[] {
	const lost = loses ? [sentence(loses)] : [];
	return [
		sentence(title),
		...lost,
		plainText(lead + steps.join('') + after + verify + (undo ?? '')),
	];
}

/**
 * A guide as full-text search reads it: what the guide says, without what its page repeats or every page has, such as
 * headings, related errors, sources and buttons. It needs no built page, so both can be made at once; and as Pagefind
 * has no HTML to parse, it costs a quarter less than a document with the same words.
 */
export function searchRecord(guide: Guide, { product, category }: Shelf): CustomRecord {
	// As the page has them: the advanced ones last.
	const fixes = guide.fixes.toSorted((a, b) => Number(a.advanced) - Number(b.advanced));
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
			proven: guide.proof ? 'yes' : 'no',
		},
		filters: { product: [product], category: [category] },
		content: [
			...(guide.retired ? [guide.retired.note] : []),
			sentence(guide.answer),
			// A full stop would look like a part of a message.
			`${guide.messages.join(' · ')} ·`,
			plainText(guide.intro),
			...guide.causes.flatMap(causeText),
			...fixes.flatMap(fixText),
			...guide.questions.flatMap(({ ask, answer }) => [sentence(ask), plainText(answer)]),
		].join(' '),
	};
}
