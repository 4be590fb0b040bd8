/** Asks which system, shell or the like a reader has, and leaves out the variants that are not for it. */
class VariantSwitch extends HTMLElement {
	connectedCallback(): void {
		const guide = this.closest('guide-page');
		if (!guide) return;
		const { on } = guide.store.progress;
		const inputs = [...this.querySelectorAll('input')];
		const show = () => {
			const chosen = inputs.filter(({ checked }) => checked);
			guide.leaveOut(chosen.flatMap(({ dataset }) => dataset['excludes']?.split(' ') ?? []));
		};
		for (const input of inputs) input.checked = input.value === (on[input.name] ?? '');
		this.onchange = ({ target }) => {
			if (!(target instanceof HTMLInputElement)) return;
			on[target.name] = target.value;
			guide.store.save();
			show();
		};
		show();
		this.hidden = false;
	}
}

customElements.define('variant-switch', VariantSwitch);
