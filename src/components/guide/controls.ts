/** Says a short thing to people who do not see what changed. */
export type Announce = (text: string) => void;

export function addElement<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
	return Object.assign(document.createElement(name), properties);
}

export function addButton(className: string, text: string, onclick: () => void): HTMLButtonElement {
	return addElement('button', { type: 'button', className, textContent: text, onclick });
}

export function addStatus(root: HTMLElement): Announce {
	const status = addElement('p', { className: 'visually-hidden', role: 'status' });
	root.append(status);
	return (text) => (status.textContent = text);
}

/** Copies a text and says so on the control; where the browser refuses, selects `fallback` for copying by hand. */
export async function copy(
	text: string,
	control: HTMLElement,
	announce: Announce,
	fallback: Element,
): Promise<void> {
	try {
		await navigator.clipboard.writeText(text);
	} catch {
		getSelection()?.selectAllChildren(fallback);
		announce('Selected. Copy it with the keyboard.');
		return;
	}
	const label = control.textContent;
	control.textContent = label === '#' ? '✓' : 'Copied';
	announce('Copied');
	setTimeout(() => (control.textContent = label), 2000);
}
