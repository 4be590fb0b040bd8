import { addButton, addElement, type Announce } from './controls.ts';
import type { ProgressStore } from './progress-store.ts';

function addTicks(root: HTMLElement, store: ProgressStore): void {
	for (const step of root.querySelectorAll('.step')) {
		const tick = addElement('input', {
			type: 'checkbox',
			className: 'tick no-print',
			autocomplete: 'off',
			checked: store.progress.done.has(step.id),
			ariaLabel: `Step ${step.id.split('-').at(-1)} done`,
			onchange() {
				const done = new Set(store.progress.done);
				if (tick.checked) done.add(step.id);
				else done.delete(step.id);
				store.update({ done });
			},
		});
		step.prepend(tick);
	}
}

function addMemory(root: HTMLElement, store: ProgressStore, announce: Announce): void {
	const line = addElement('p', { className: 'small quiet no-print' });
	const text = document.createTextNode('');
	const show = (): void => {
		text.data = store.isRemembered
			? 'Your ticks are stored on this device, and nowhere else. '
			: 'Tick off what you have done. Ticks last until you leave this page. ';
		button.textContent = store.isRemembered ? 'Forget' : 'Remember on this device';
	};
	const button = addButton('link', '', () => {
		if (store.isRemembered) store.forget();
		else if (!store.remember()) announce('This browser does not allow it.');
		show();
	});
	show();
	line.append(text, button);
	root.querySelector('.fix')?.before(line);
}

/** Lets a reader tick off steps, and have them remembered on the device. */
export function init(root: HTMLElement, store: ProgressStore, announce: Announce): void {
	addTicks(root, store);
	addMemory(root, store, announce);
}
