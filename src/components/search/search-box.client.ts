import { Announcer } from '#components/site/announcer.ts';
import { partOf } from '#components/site/part-of.ts';
import { summaryOf } from '#finder/summary.ts';
import { enterAction, noOption } from '#lib/option-choice.ts';
import { guidePath, resultsPath } from '#lib/url.ts';
import { adoptStyles } from './adopt-styles.ts';
import { Combobox } from './combobox.ts';
import { ask, wake, type Found } from './finder-client.ts';
import foundStyles from './found.css?inline';
import { GrowingField } from './growing-field.ts';
import { element, link } from './nodes.ts';
import boxStyles from './search-box.css?inline';
import { SearchClock } from './search-clock.ts';
import { SearchPanel } from './search-panel.ts';
import { takeTexts } from './text-intake.ts';

const typingPauseMs = 90;
const announcePauseMs = 700;
/** So much of a paste goes along to the page of results, in UTF-16 code units. */
const maxPaste = 20_000;

let boxes = 0;

/**
 * Shows what is found for the text of its form in a list below, which Enter and a click go on from. Before this script is
 * there, and without it, the form leads to the page of results; so its field may be focused already, and hold a text.
 */
class SearchBox extends HTMLElement {
	readonly #form = partOf(this, 'form', HTMLFormElement);
	readonly #input = partOf(this, 'input[name="q"]', HTMLInputElement);
	readonly #field = new GrowingField(this.#input);
	readonly #panel = new SearchPanel(`found-${(boxes += 1)}`);
	readonly #combobox = new Combobox(this.#input, this.#field, this.#panel, (href) =>
		this.#go(href),
	);
	readonly #status = element('p', 'visually-hidden');
	readonly #clock = new SearchClock();
	readonly #announcer = new Announcer(this.#status, announcePauseMs);
	#found: Found | undefined;
	#foundFor = '';
	#goesWhenFound = false;

	connectedCallback(): void {
		this.#status.role = 'status';
		this.#form.append(this.#panel.node, this.#status);
		takeTexts(this.#form, this.#field, {
			changed: () => this.#changed(),
			refused: (message) => this.#showMessage(message),
		});
		this.#form.addEventListener('input', ({ target }) => {
			if (target === this.#field.node) this.#changed();
		});
		this.#form.addEventListener('submit', (event) => this.#submitted(event));
		this.#form.addEventListener('keydown', (event) => this.#pressed(event));
		this.addEventListener('focusout', ({ relatedTarget }) => {
			if (!(relatedTarget instanceof Node && this.contains(relatedTarget))) this.#close();
		});
		addEventListener('pageshow', ({ persisted }) => {
			if (persisted) this.#close();
		});
		if (this.#input.value !== '' && document.activeElement === this.#input) this.#changed();
	}

	get #resultsHref(): string {
		return resultsPath(this.#field.text.slice(0, maxPaste), this.#field.isLong);
	}

	#changed(): void {
		this.#goesWhenFound = false;
		this.#clock.after(this.#field.isLong ? 0 : typingPauseMs, () => this.#find());
	}

	async #find(): Promise<void> {
		const isNewest = this.#clock.start();
		const { text } = this.#field;
		if (text.trim() === '') {
			this.#found = undefined;
			this.#combobox.close();
			return;
		}
		try {
			const found = await ask(text);
			if (isNewest()) this.#show(text, found);
		} catch (error) {
			console.error(error);
			if (!isNewest()) return;
			const fullText = link(this.#resultsHref, 'Search the text of all guides');
			this.#showMessage('The list of codes could not be loaded.', fullText);
		}
	}

	#show(text: string, found: Found): void {
		this.#found = found;
		this.#foundFor = text;
		this.#panel.showFound(text, found, this.#field.isLong, this.#resultsHref);
		this.#combobox.select(noOption);
		this.#combobox.open();
		this.#announcer.say(summaryOf(found.result));
		if (this.#goesWhenFound) this.#enter();
	}

	#showMessage(message: string, ...links: readonly HTMLAnchorElement[]): void {
		this.#panel.showMessage(message, ...links);
		this.#combobox.open();
		this.#announcer.say(message);
	}

	#close(): void {
		this.#clock.stop();
		this.#combobox.close();
	}

	#go(href: string): void {
		this.#close();
		location.assign(href);
	}

	/** To the selected guide, or as `enterAction` says. */
	#enter(): void {
		const { selectedHref } = this.#combobox;
		const action = this.#found && enterAction(this.#found.result, this.#field.isLong);
		if (selectedHref) this.#go(selectedHref);
		else if (action === 'select first') this.#combobox.select(0);
		else if (action === 'show results') this.#go(this.#resultsHref);
		else if (action) this.#go(guidePath(action.goTo));
	}

	#submitted(event: SubmitEvent): void {
		event.preventDefault();
		if (this.#field.text.trim() === '') return;
		this.#clock.stop();
		if (this.#hasCurrent && this.#combobox.isOpen) this.#enter();
		else {
			this.#goesWhenFound = true;
			void this.#find();
		}
	}

	/** Whether the list has what was found for the text that is in the field. */
	get #hasCurrent(): boolean {
		return this.#found !== undefined && this.#foundFor === this.#field.text;
	}

	#pressed(event: KeyboardEvent): void {
		if (event.isComposing || event.target !== this.#field.node) return;
		const step = this.#combobox.stepOf(event.key);
		if (event.key === 'Escape' && this.#combobox.isOpen) this.#close();
		else if (event.key === 'Enter' && this.#field.isLong && !event.shiftKey)
			this.#form.requestSubmit();
		else if (step && this.#combobox.isOpen) this.#combobox.move(step);
		else if (step && this.#hasCurrent) this.#combobox.open();
		else if (step) void this.#find();
		else return;
		event.preventDefault();
	}
}

adoptStyles(foundStyles + boxStyles);
customElements.define('search-box', SearchBox);
wake();
