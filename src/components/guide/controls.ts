export function addElement<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
	return Object.assign(document.createElement(name), properties);
}

export function addButton(className: string, text: string, onclick: () => void): HTMLButtonElement {
	return addElement('button', { type: 'button', className, textContent: text, onclick });
}
