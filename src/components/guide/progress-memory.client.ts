import { addButton } from './controls.ts';

/** Lets a reader have ticks, outcomes and choices remembered on the device, and forgotten again. */
class ProgressMemory extends HTMLElement {
	connectedCallback(): void {
		const guide = this.closest('guide-page');
		if (!guide) return;
		const { store } = guide;
		const text = document.createTextNode('');
		const show = () => {
			text.data = store.isRemembered
				? 'Your ticks are stored on this device, and nowhere else. '
				: 'Tick off what you have done. Ticks last until you leave this page. ';
			button.textContent = store.isRemembered ? 'Forget' : 'Remember on this device';
		};
		const button = addButton('link', '', () => {
			if (store.isRemembered) store.forget();
			else if (!store.remember()) guide.announce('This browser does not allow it.');
			show();
		});
		show();
		this.append(text, button);
	}
}

customElements.define('progress-memory', ProgressMemory);
