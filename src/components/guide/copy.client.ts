import { addButton, addElement, copy, type Announce } from './controls.ts';

/* Without it, text is selected by hand. Output and listings get no button: nobody pastes them. */

const labels = {
	'.code[data-kind="command"]': 'Copy command',
	'.message': 'Copy message',
	'.plate-code': 'Copy code',
} as const;

/** Adds a copy button to every command, and to the code and the messages. */
export function init(root: HTMLElement, announce: Announce): void {
	for (const [selector, label] of Object.entries(labels)) {
		for (const element of root.querySelectorAll(selector)) {
			const text = element.textContent.trim();
			const button = addButton('copy no-print', 'Copy', () => {
				void copy(text, button, announce, element);
			});
			button.ariaLabel = label;
			const frame = addElement('div', { className: 'frame' });
			element.replaceWith(frame);
			frame.append(element, button);
		}
	}
}
