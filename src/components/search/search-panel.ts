import type { Match } from '#finder/find.ts';
import { headings } from '#finder/summary.ts';
import { noOption } from '#lib/option-choice.ts';
import { guidePath } from '#lib/url.ts';
import type { Found } from './finder-client.ts';
import { element, excerptNode, link, requestNode, suggestionNodes } from './nodes.ts';

function optionNode({ guide, why, isAlternative }: Match, id: string): HTMLLIElement {
	const option = element(
		'li',
		'box-option',
		element(
			'span',
			'',
			element('code', 'found-code', guide.code),
			' ',
			element('span', 'found-product', guide.product.name),
		),
		element('span', '', guide.name),
		element('span', 'found-why', `${isAlternative ? 'If it is not that: ' : ''}${why}`),
	);
	option.id = id;
	option.role = 'option';
	option.ariaSelected = 'false';
	option.dataset['href'] = guidePath(guide.id);
	return option;
}

/** What opens below a search box: a line of text, a list of guides to choose from, and links to go on with. */
export class SearchPanel {
	readonly node: HTMLElement;
	readonly list = element('ul', 'box-list');
	readonly #head = element('p', 'box-head');
	readonly #foot = element('div', 'box-foot');

	constructor(listId: string) {
		this.list.id = listId;
		this.list.role = 'listbox';
		this.list.ariaLabel = 'Guides';
		this.node = element('div', 'box-panel', this.#head, this.list, this.#foot);
		this.node.hidden = true;
	}

	get options(): readonly HTMLElement[] {
		return [...this.list.querySelectorAll('li')];
	}

	get selected(): number {
		return this.options.findIndex(({ ariaSelected }) => ariaSelected === 'true');
	}

	/** Selects an option, which comes into view, or `noOption`. */
	select(position: number): HTMLElement | undefined {
		const { options } = this;
		for (const [index, option] of options.entries())
			option.ariaSelected = String(index === position);
		const option = position === noOption ? undefined : options[position];
		option?.scrollIntoView({ block: 'nearest' });
		return option;
	}

	/** Shows what was found; of a long text with the part that each guide matched. */
	showFound(text: string, { result }: Found, isLong: boolean, resultsHref: string): void {
		const { state, matches } = result;
		const options = matches.map((match, index) => {
			const option = optionNode(match, `${this.list.id}-${index}`);
			if (isLong) option.append(excerptNode(text, match.span));
			return option;
		});
		const more = state === 'certain' ? 'All results' : 'Search the text of all guides';
		this.#head.textContent = headings[state];
		this.list.replaceChildren(...options);
		this.#foot.replaceChildren(
			...suggestionNodes(result),
			link(resultsHref, more),
			...(state === 'unknown' ? [requestNode(text)] : []),
		);
	}

	showMessage(message: string, ...links: readonly HTMLAnchorElement[]): void {
		this.#head.textContent = message;
		this.list.replaceChildren();
		this.#foot.replaceChildren(...links);
	}
}
