import { openEvent } from './consent-notice.ts';

/** Asks for the notice again. Without a script there is nothing to change, so it shows with one alone. */
export class ConsentControl extends HTMLElement {
	connectedCallback(): void {
		this.hidden = false;
		this.addEventListener('click', ({ target }) =>
			target?.dispatchEvent(new Event(openEvent, { bubbles: true })),
		);
	}
}
