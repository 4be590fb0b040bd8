import { nextOption, noOption } from '#lib/option-choice.ts';
import type { GrowingField } from './growing-field.ts';
import type { SearchPanel } from './search-panel.ts';

/** A field with a list of options below it, as the ARIA Authoring Practices describe a combobox. */
export class Combobox {
	readonly #input: HTMLInputElement;
	readonly #field: GrowingField;
	readonly #panel: SearchPanel;

	/** `go` is called with where an option leads that is clicked. */
	constructor(
		input: HTMLInputElement,
		field: GrowingField,
		panel: SearchPanel,
		go: (href: string) => void,
	) {
		this.#input = input;
		this.#field = field;
		this.#panel = panel;
		input.role = 'combobox';
		input.ariaExpanded = 'false';
		input.setAttribute('aria-controls', panel.list.id);
		input.setAttribute('aria-autocomplete', 'list');
		// The field keeps the focus.
		panel.list.addEventListener('mousedown', (event) => event.preventDefault());
		panel.list.addEventListener('click', ({ target, ctrlKey, metaKey }) => {
			const option = target instanceof Element ? target.closest('li') : null;
			const href = option?.dataset['href'];
			if (!href) return;
			if (ctrlKey || metaKey) window.open(href, '_blank', 'noopener');
			else go(href);
		});
	}

	get isOpen(): boolean {
		return !this.#panel.node.hidden;
	}

	/** Where the selected option leads. */
	get selectedHref(): string | undefined {
		return this.#panel.options[this.#panel.selected]?.dataset['href'];
	}

	/** Opens the list as it is, or as it is now. */
	open(): void {
		this.#panel.node.hidden = false;
		this.#input.ariaExpanded = String(this.#panel.options.length > 0);
	}

	close(): void {
		this.#panel.node.hidden = true;
		this.#input.ariaExpanded = 'false';
		this.select(noOption);
	}

	select(position: number): void {
		const option = this.#panel.select(position);
		const { node } = this.#field;
		if (option) node.setAttribute('aria-activedescendant', option.id);
		else node.removeAttribute('aria-activedescendant');
	}

	/** Which way this key moves in the list. In a text area the arrows move the caret, until it is at the end. */
	stepOf(key: string): 1 | -1 | undefined {
		if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined;
		const { node } = this.#field;
		const isAtEnd =
			node instanceof HTMLInputElement || node.readOnly || node.selectionEnd === node.value.length;
		const isInList = node instanceof HTMLInputElement || this.#panel.selected !== noOption;
		if (key === 'ArrowUp') return isInList ? -1 : undefined;
		return isInList || isAtEnd ? 1 : undefined;
	}

	move(step: 1 | -1): void {
		this.select(nextOption(this.#panel.selected, step, this.#panel.options.length));
	}
}
