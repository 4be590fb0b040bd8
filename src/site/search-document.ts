import { escapeHtml, inlineCode } from '#lib/markup.ts';
import { otherNames } from '#lib/notation.ts';
import type { Cause, Fix, Guide } from '#schema/guide.ts';

/** The names that a search result shows and the facets narrow by. */
export interface Shelf {
	readonly product: string;
	readonly category: string;
}

function causeText({ title, body, checks }: Cause): string {
	return `<h3>${inlineCode(title)}</h3>${body}${checks.join('')}`;
}

function fixText({ title, loses, lead, steps, after, verify, undo }: Fix): string {
	const lost = loses ? `<p>${inlineCode(loses)}</p>` : '';
	const list = steps.map((step) => `<li>${step}</li>`).join('');
	return `<h3>${inlineCode(title)}</h3>${lost}${lead}<ol>${list}</ol>${after}${verify}${undo ?? ''}`;
}

function section(title: string, parts: readonly string[]): string {
	return parts.length > 0 ? `<h2>${title}</h2>${parts.join('')}` : '';
}

/**
 * A guide as full-text search reads it, in Pagefind's HTML: what the guide says, without what its page repeats or
 * every page has, such as related errors, sources and buttons. It needs no built page, so both can be made at once.
 */
export function searchDocument(guide: Guide, { product, category }: Shelf): string {
	const data = {
		title: `${guide.code} ${guide.name}`,
		code: guide.code,
		name: guide.name,
		product,
		aliases: otherNames(guide).join(' · '),
		category,
		proven: guide.proof ? 'yes' : 'no',
	};
	const attributes = Object.entries(data)
		.map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`)
		.join('');
	const meta = Object.keys(data)
		.map((name) => `${name}[data-${name}]`)
		.join(', ');
	const ordinary = guide.fixes.filter(({ advanced }) => !advanced);
	const advanced = guide.fixes.filter((fix) => fix.advanced);
	return [
		`<html lang="en"><body><span${attributes} data-pagefind-meta="${meta}"`,
		` data-pagefind-filter="product[data-product], category[data-category]"></span>`,
		guide.retired ? `<p>${escapeHtml(guide.retired.note)}</p>` : '',
		`<p>${inlineCode(guide.answer)}</p>`,
		...guide.messages.map((message) => `<pre>${escapeHtml(message)}</pre>`),
		guide.intro,
		section('What causes it', guide.causes.map(causeText)),
		section('Fixes, safest first', ordinary.map(fixText)),
		section('Advanced fixes', advanced.map(fixText)),
		section(
			'Questions',
			guide.questions.map(({ ask, answer }) => `<h3>${inlineCode(ask)}</h3>${answer}`),
		),
		'</body></html>',
	].join('');
}
