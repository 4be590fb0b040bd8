import { partOf } from '#components/site/part-of.ts';

/** A button that copies a link to a search. */
export class ShareLink extends HTMLElement {
	readonly #button = partOf(this, 'button', HTMLButtonElement);
	#address = '';

	connectedCallback(): void {
		this.#button.addEventListener('click', () => {
			const address = this.#address;
			navigator.clipboard.writeText(address).then(
				() => (this.#button.textContent = 'Link copied'),
				() => (this.#button.textContent = address),
			);
		});
	}

	offer(label: string, address: string): void {
		this.#address = address;
		this.#button.textContent = label;
		this.#button.hidden = false;
	}

	clear(): void {
		this.#button.hidden = true;
	}
}

customElements.define('share-link', ShareLink);
