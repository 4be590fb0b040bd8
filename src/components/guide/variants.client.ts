import { isShown } from '#lib/variant-choice.ts';
import type { ProgressStore } from './progress-store.ts';

/** Leaves out, on the screen, the variants that are not for the reader who chose. */
export function init(root: HTMLElement, store: ProgressStore): void {
	const control = root.querySelector<HTMLElement>('.switch');
	if (!control) return;
	const inputs = [...control.querySelectorAll('input')];
	const axisOf = new Map(inputs.map(({ value, name }) => [value, name]));
	const show = (): void => {
		for (const part of root.querySelectorAll<HTMLElement>('[data-on]')) {
			const names = part.dataset['on']?.split(' ') ?? [];
			part.toggleAttribute(
				'data-off',
				!isShown(names, (name) => store.progress.on[axisOf.get(name) ?? '']),
			);
		}
	};
	for (const input of inputs) input.checked = input.value === (store.progress.on[input.name] ?? '');
	control.onchange = ({ target }) => {
		if (!(target instanceof HTMLInputElement)) return;
		store.update({ on: { ...store.progress.on, [target.name]: target.value } });
		show();
	};
	show();
	control.hidden = false;
}
