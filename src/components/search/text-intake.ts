import { isLongText } from '#lib/long-text.ts';
import type { GrowingField } from './growing-field.ts';
import { readTextFile } from './text-file.ts';

interface Listener {
	/** The field has another text, which was not typed. */
	changed(): void;
	/** A file was not taken; the message says why. */
	refused(message: string): void;
}

/** Takes into a field what is pasted, dropped or opened, and what empties a text area. */
export function takeTexts(form: HTMLFormElement, field: GrowingField, listener: Listener): void {
	const replace = (text: string) => {
		field.text = text;
		listener.changed();
	};
	const openFile = async (file: File) => {
		const read = await readTextFile(file);
		if ('problem' in read) {
			listener.refused(read.problem);
			return;
		}
		field.text = read.text;
		field.node.focus();
		listener.changed();
	};

	form.addEventListener('paste', (event) => {
		const pasted = event.clipboardData?.getData('text/plain') ?? '';
		if (!isLongText(pasted)) return;
		event.preventDefault();
		field.insert(pasted);
		listener.changed();
	});
	form.addEventListener('keydown', ({ key, target }) => {
		const clears = key === 'Backspace' || key === 'Delete';
		if (clears && target === field.node && field.isHeld) replace('');
	});
	form.addEventListener('input', ({ target }) => {
		if (target === field.node && field.isLong && field.text === '') replace('');
	});
	form.addEventListener('dragover', (event) => {
		if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
	});
	form.addEventListener('drop', (event) => {
		const [file] = event.dataTransfer?.files ?? [];
		const dropped = event.dataTransfer?.getData('text/plain') ?? '';
		if (!file && !isLongText(dropped)) return;
		event.preventDefault();
		if (file) void openFile(file);
		else replace(dropped);
	});
	const chooser = form.querySelector<HTMLInputElement>('[data-file]');
	chooser?.addEventListener('change', () => {
		const [file] = chooser.files ?? [];
		if (file) void openFile(file);
		chooser.value = '';
	});
}
