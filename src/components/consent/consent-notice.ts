import { partOf } from '#components/site/part-of.ts';
import type { Choice } from '#lib/stored-choice.ts';
import type { AnalyticsConsent } from './analytics-consent.ts';

/** The event that asks for the notice; what it comes from gets the focus back. */
export const openEvent = 'consent-open';

/** Moves the focus across the page at once: a glide that is still under way would take the page back. */
function focusIn(element: HTMLElement): void {
	element.focus({ preventScroll: true });
	const { top, height } = element.getBoundingClientRect();
	scrollBy({ top: top + height / 2 - innerHeight / 2, behavior: 'instant' });
}

/** The element that asks. It may be there before its parts are: the page is still being read. */
export function consentNotice(consent: AnalyticsConsent): CustomElementConstructor {
	return class extends HTMLElement {
		#opener: HTMLElement | undefined;

		connectedCallback(): void {
			if (consent.isOpen) this.dataset['shows'] = 'question';
			this.addEventListener('click', ({ target }) => {
				const button =
					target instanceof Element ? target.closest<HTMLElement>('[data-choose]') : null;
				const choice = button?.dataset['choose'];
				if (choice === 'closed') this.#close('Analytics stay off.');
				else if (choice === 'accepted' || choice === 'rejected') this.#choose(choice);
			});
			document.addEventListener(openEvent, ({ target }) => {
				this.#opener = target instanceof HTMLElement ? target : undefined;
				this.dataset['shows'] = consent.isSignalled ? 'signal' : 'question';
				focusIn(partOf(this, '#consent-title'));
			});
		}

		#choose(choice: Choice): void {
			consent.choose(choice);
			const state = choice === 'accepted' ? 'on' : 'off';
			this.#close(`Analytics are ${state}. You can change this at the end of each page.`);
			if (consent.needsReload) location.reload();
		}

		#close(message: string): void {
			delete this.dataset['shows'];
			partOf(this, '[role="status"]').textContent = message;
			if (this.#opener) focusIn(this.#opener);
			else document.querySelector('main')?.focus({ preventScroll: true });
			this.#opener = undefined;
		}
	};
}
