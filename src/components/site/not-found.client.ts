import { readMissingPage } from '#lib/missing-page.ts';

/** Fills its search box with what the address asks for, or goes on to the short address that was meant. */
class NotFound extends HTMLElement {
	connectedCallback(): void {
		const { code, shortAddress } = readMissingPage(location.pathname);
		if (shortAddress) {
			location.replace(shortAddress);
			return;
		}
		const input = this.querySelector<HTMLInputElement>('input[name="q"]');
		if (input && code) input.value = code;
	}
}

customElements.define('not-found', NotFound);
