import { beginningOf, isLongText } from '#lib/long-text.ts';
import { maxTextLength } from './text-file.ts';

/**
 * The field of a search form: an input for a line, which becomes a text area when something long arrives. An input would
 * join the lines of a paste and hide all but its end.
 */
export class GrowingField {
	readonly #input: HTMLInputElement;
	/** Without a name: what is long is never sent with the form. */
	readonly #area = document.createElement('textarea');
	#node: HTMLInputElement | HTMLTextAreaElement;
	/** A text that is shown in part only. */
	#held: string | undefined;

	constructor(input: HTMLInputElement) {
		this.#input = input;
		this.#node = input;
		this.#area.className = `${input.className} search-area`;
		this.#area.rows = 4;
		this.#area.spellcheck = false;
		this.#area.autocapitalize = 'off';
		this.#area.setAttribute('autocorrect', 'off');
		this.#area.setAttribute('enterkeyhint', 'search');
	}

	/** The element that it is now. */
	get node(): HTMLInputElement | HTMLTextAreaElement {
		return this.#node;
	}

	get text(): string {
		return this.#held ?? this.#node.value;
	}

	set text(text: string) {
		const kept = text.slice(0, maxTextLength);
		const beginning = beginningOf(kept);
		this.#held = beginning === undefined ? undefined : kept;
		this.#area.readOnly = this.isHeld;
		this.#become(isLongText(kept) ? this.#area : this.#input);
		this.#node.value = beginning ?? kept;
	}

	/** Whether it is a text area now. */
	get isLong(): boolean {
		return this.#node === this.#area;
	}

	/** Whether its text is shown in part only, and therefore replaced as a whole and not edited. */
	get isHeld(): boolean {
		return this.#held !== undefined;
	}

	/** Puts a text in the place of what is selected. */
	insert(text: string): void {
		const { value } = this.#node;
		const start = this.isHeld ? 0 : (this.#node.selectionStart ?? value.length);
		const end = this.isHeld ? value.length : (this.#node.selectionEnd ?? value.length);
		this.text = value.slice(0, start) + text + value.slice(end);
		const caret = start + text.length;
		if (this.isLong && !this.isHeld) this.#area.setSelectionRange(caret, caret);
	}

	#become(next: HTMLInputElement | HTMLTextAreaElement): void {
		const last = this.#node;
		if (next === last) return;
		const hadFocus = document.activeElement === last;
		next.id = last.id;
		last.removeAttribute('id');
		last.replaceWith(next);
		this.#node = next;
		if (hadFocus) next.focus();
	}
}
