import { nextFix } from '#lib/next-fix.ts';
import { isShown } from '#lib/variant-choice.ts';
import { addAnchors } from './anchors.ts';
import { addElement } from './controls.ts';
import { addCopyButtons } from './copy-buttons.ts';
import { ProgressStore } from './progress-store.ts';

function goTo(heading: HTMLElement | null): void {
	if (!heading) return;
	heading.tabIndex = -1;
	heading.focus();
	heading.scrollIntoView();
}

/** A guide with what helps to work through it; it is whole without that. The elements in it ask it and tell it. */
export class GuidePage extends HTMLElement {
	readonly store = new ProgressStore(location.pathname);
	readonly #status = addElement('p', { className: 'visually-hidden', role: 'status' });

	connectedCallback(): void {
		this.append(this.#status);
		addCopyButtons(this);
		addAnchors(this);
	}

	/** Says a short thing to people who do not see what changed. */
	announce(text: string): void {
		this.#status.textContent = text;
	}

	/** Hides, on the screen, the parts that are for these variants alone. */
	leaveOut(variants: readonly string[]): void {
		const excluded = new Set(variants);
		for (const part of this.querySelectorAll<HTMLElement>('[data-on]'))
			part.toggleAttribute('data-off', !isShown(part.dataset['on']?.split(' ') ?? [], excluded));
	}

	/** Leads on from a fix that did not help, until nothing is left but to ask for support. */
	goOnFrom(fix: string): void {
		const ids = [...this.querySelectorAll('fix-item')].map(({ id }) => id);
		const next = nextFix(ids, this.store.progress.outcomes, fix);
		goTo(this.querySelector<HTMLElement>(next ? `#${next} > h3` : '#support'));
	}
}

customElements.define('guide-page', GuidePage);

declare global {
	interface HTMLElementTagNameMap {
		'guide-page': GuidePage;
	}
}
