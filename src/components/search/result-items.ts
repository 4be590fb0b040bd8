import { partOf } from '#components/site/part-of.ts';
import type { Match } from '#finder/find.ts';
import { runsOf, type Hit } from '#finder/full-text.ts';
import { otherWords } from '#finder/other-words.ts';
import { guidePath } from '#lib/url.ts';
import type { Found } from './finder-client.ts';
import { element, excerptNode, inlineNodes } from './nodes.ts';

type Content = readonly (Node | string)[];

interface Shown {
	readonly href: string;
	readonly code: string;
	readonly product: string;
	readonly proven: boolean | undefined;
	readonly name: Content;
	/** The quick answer of the guide that it is; it may come later. */
	readonly answer?: Content;
	readonly summary?: Content;
	readonly why?: Content;
}

/** Makes the results of the search page, from the template that is in the page. */
export class ResultItems {
	readonly #template: HTMLTemplateElement;

	constructor(page: ParentNode) {
		this.#template = partOf(page, 'template[data-result]', HTMLTemplateElement);
	}

	/** A guide that the finder names for a text. */
	match(match: Match, text: string, { result, quickAnswer }: Found): HTMLLIElement {
		const { guide, why, isAlternative, span } = match;
		const isIt = result.state === 'certain' && match === result.matches[0];
		const item = this.#item({
			href: guidePath(guide.id),
			code: guide.code,
			product: guide.product.name,
			proven: guide.proven,
			name: [guide.name],
			...(isIt ? { answer: [] } : {}),
			why: [
				isAlternative ? 'If it is not that: ' : 'Matched by ',
				`${why}. `,
				excerptNode(text, span),
			],
		});
		item.toggleAttribute('data-certain', isIt);
		if (isIt)
			void quickAnswer.then((answer = '') =>
				partOf(item, '[data-answer]').append(...inlineNodes(answer)),
			);
		return item;
	}

	/** A guide that has words of the query: its quick answer with those marked, and which of them are elsewhere in it. */
	hit(hit: Hit): HTMLLIElement {
		const marked = (text: string): Content =>
			runsOf(text, hit.words).map((run) =>
				run.word === undefined ? run.text : element('mark', '', run.text),
			);
		const others = otherWords(hit);
		return this.#item({
			href: hit.url,
			code: hit.code,
			product: hit.product,
			proven: hit.proven,
			name: marked(hit.name),
			summary: inlineNodes(hit.answer, marked),
			...(others ? { why: [others] } : {}),
		});
	}

	#item({ href, code, product, proven, ...parts }: Shown): HTMLLIElement {
		const copy = document.importNode(this.#template.content, true);
		const item = partOf(copy, 'li', HTMLLIElement);
		partOf(item, 'a', HTMLAnchorElement).href = href;
		partOf(item, '[data-code]').textContent = code;
		partOf(item, '[data-product]').textContent = product;
		if (!proven) partOf(item, '[data-proven]').remove();
		for (const name of ['name', 'answer', 'summary', 'why'] as const) {
			const part = partOf(item, `[data-${name}]`);
			const content = parts[name];
			if (content) part.append(...content);
			else part.remove();
		}
		return item;
	}
}
