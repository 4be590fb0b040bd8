import { largestText, readTextFile } from './text-file.ts';

/*
 * The field takes a line as an input, and grows into a text area when something long arrives: a paste of several lines,
 * a dropped file. An input would join the lines and hide all but its end.
 */

const longLine = 160;
/** Laying out more than this in a text area would hold up the page: it stays in memory, and its beginning is shown. */
const mostShown = 20_000;
const beginning = 1500;

export interface Field {
	/** What is in it, whichever form it has. */
	readonly text: () => string;
	readonly set: (text: string) => void;
	/** The element that has it now. */
	readonly node: () => HTMLInputElement | HTMLTextAreaElement;
	readonly isLong: () => boolean;
}

function isLongText(text: string): boolean {
	return text.length > longLine || /[\r\n]/.test(text.trim());
}

function describe(text: string): string {
	const count = new Intl.NumberFormat('en').format(text.length);
	return `${count} characters are held on this page. Delete clears them.`;
}

/**
 * Lets the field of a form grow. `changed` is called after each change that is no typing; `said` gets what there is to
 * say about a file.
 */
export function growingField(
	form: HTMLFormElement,
	input: HTMLInputElement,
	changed: () => void,
	said: (message: string) => void,
): Field {
	const area = document.createElement('textarea');
	area.className = 'search-input search-area';
	area.rows = 4;
	area.spellcheck = false;
	area.autocapitalize = 'off';
	area.setAttribute('autocorrect', 'off');
	area.setAttribute('enterkeyhint', 'search');
	// No name: what is long is never sent with the form.
	let current: HTMLInputElement | HTMLTextAreaElement = input;
	let held: string | undefined;
	const inputId = input.id;

	const show = (next: HTMLInputElement | HTMLTextAreaElement) => {
		if (next === current) return;
		const hadFocus = document.activeElement === current;
		current.removeAttribute('id');
		next.id = inputId;
		current.replaceWith(next);
		current = next;
		form.toggleAttribute('data-long', next === area);
		if (hadFocus) next.focus();
	};
	const set = (text: string) => {
		const kept = text.slice(0, largestText);
		held = kept.length > mostShown ? kept : undefined;
		area.readOnly = held !== undefined;
		show(isLongText(kept) ? area : input);
		current.value = held === undefined ? kept : `${held.slice(0, beginning)}\n…\n${describe(held)}`;
	};

	form.addEventListener('paste', (event) => {
		const pasted = event.clipboardData?.getData('text/plain') ?? '';
		if (!isLongText(pasted)) return;
		event.preventDefault();
		const { value } = current;
		const start = held === undefined ? (current.selectionStart ?? value.length) : 0;
		const end = held === undefined ? (current.selectionEnd ?? value.length) : value.length;
		set(value.slice(0, start) + pasted + value.slice(end));
		if (held === undefined) area.setSelectionRange(start + pasted.length, start + pasted.length);
		changed();
	});
	area.addEventListener('keydown', (event) => {
		// What is only shown in part is replaced as a whole, not edited.
		if (held !== undefined && (event.key === 'Backspace' || event.key === 'Delete')) {
			set('');
			changed();
		}
	});
	area.addEventListener('input', () => {
		if (area.value === '') set('');
	});
	form.addEventListener('dragover', (event) => {
		if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
	});
	form.addEventListener('drop', (event) => {
		const file = event.dataTransfer?.files[0];
		const dropped = event.dataTransfer?.getData('text/plain') ?? '';
		if (!file && !isLongText(dropped)) return;
		event.preventDefault();
		if (file) void takeFile(file);
		else {
			set(dropped);
			changed();
		}
	});
	const takeFile = async (file: File) => {
		const read = await readTextFile(file);
		if ('problem' in read) {
			said(read.problem);
			return;
		}
		set(read.text);
		current.focus();
		changed();
	};
	form.querySelector<HTMLInputElement>('[data-file]')?.addEventListener('change', (event) => {
		const chooser = event.currentTarget;
		if (!(chooser instanceof HTMLInputElement)) return;
		const [file] = chooser.files ?? [];
		if (file) void takeFile(file);
		chooser.value = '';
	});
	return {
		text: () => held ?? current.value,
		set,
		node: () => current,
		isLong: () => current === area,
	};
}
