import { addButton, addElement } from './controls.ts';
import type { GuidePage } from './guide-page.client.ts';

const answers = { fixed: 'This fixed it', failed: 'It did not' } as const;

/** A fix whose steps can be ticked off, and which asks whether it helped. */
class FixItem extends HTMLElement {
	connectedCallback(): void {
		const guide = this.closest('guide-page');
		if (!guide) return;
		this.#addTicks(guide);
		this.#addQuestion(guide);
	}

	#addTicks({ store }: GuidePage): void {
		const { done } = store.progress;
		for (const step of this.querySelectorAll('li[id]')) {
			const tick = addElement('input', {
				type: 'checkbox',
				className: 'tick no-print',
				autocomplete: 'off',
				checked: done.has(step.id),
				ariaLabel: `Step ${step.id.split('-').at(-1)} done`,
				onchange() {
					if (tick.checked) done.add(step.id);
					else done.delete(step.id);
					store.save();
				},
			});
			step.prepend(tick);
		}
	}

	#addQuestion(guide: GuidePage): void {
		const { store } = guide;
		const { outcomes } = store.progress;
		const buttons = Object.entries(answers).map(([outcome, text]) => {
			const button = addButton('button', text, () => {
				const chosen = outcomes[this.id] === outcome ? '' : outcome;
				outcomes[this.id] = chosen;
				store.save();
				show();
				if (chosen === 'fixed') guide.announce('Marked as fixed. Nothing was sent.');
				if (chosen === 'failed') guide.goOnFrom(this.id);
			});
			return { button, outcome };
		});
		const show = () => {
			const current = outcomes[this.id] ?? '';
			this.dataset['outcome'] = current;
			for (const { button, outcome } of buttons) button.ariaPressed = String(outcome === current);
		};
		show();
		this.querySelector('.outcome')?.prepend(...buttons.map(({ button }) => button));
	}
}

customElements.define('fix-item', FixItem);
