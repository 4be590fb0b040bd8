import { supportSummary } from '#lib/support-summary.ts';
import { addButton } from './controls.ts';
import { copy } from './copy.ts';

/** What to send to support, with a summary of it to copy: the error, what was tried, and what there is to add. */
class SupportSummary extends HTMLElement {
	connectedCallback(): void {
		const guide = this.closest('guide-page');
		if (!guide) return;
		const button = addButton('button no-print', 'Copy a summary to fill in', () => {
			const tried = guide.querySelectorAll('[data-outcome="failed"] > h3 > .inline');
			const textsOf = (parts: NodeListOf<Element>) => [...parts].map((part) => part.textContent);
			const summary = supportSummary({
				error: document.title,
				address: location.origin + location.pathname,
				tried: textsOf(tried),
				toAdd: textsOf(this.querySelectorAll('li')),
			});
			void copy(guide, summary, button, this.querySelector('ul') ?? this);
		});
		this.append(button);
	}
}

customElements.define('support-summary', SupportSummary);
