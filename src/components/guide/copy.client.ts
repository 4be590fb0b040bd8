/** Adds a copy button to every command, and to the code and the messages. Without it, text is selected by hand. */

const targets = '.code[data-kind="command"], .message, .plate-code';

function labelOf(element: Element): string {
	if (element.matches('.message')) return 'Copy message';
	return element.matches('.plate-code') ? 'Copy code' : 'Copy command';
}

function addButton(element: HTMLElement, announce: (text: string) => void): void {
	const text = element.textContent?.trim() ?? '';
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'copy no-print';
	button.textContent = 'Copy';
	button.setAttribute('aria-label', labelOf(element));
	button.addEventListener('click', () => {
		navigator.clipboard.writeText(text).then(
			() => {
				button.textContent = 'Copied';
				announce('Copied');
				setTimeout(() => (button.textContent = 'Copy'), 2000);
			},
			() => {
				getSelection()?.selectAllChildren(element);
				announce('Selected. Copy it with the keyboard.');
			},
		);
	});
	element.after(button);
	const frame = document.createElement('div');
	frame.className = 'copy-frame';
	element.replaceWith(frame);
	frame.append(element, button);
}

export function init(root: Document): void {
	if (!navigator.clipboard) return;
	const status = document.createElement('p');
	status.className = 'visually-hidden';
	status.setAttribute('role', 'status');
	root.querySelector('main')?.append(status);
	const announce = (text: string) => (status.textContent = text);
	for (const element of root.querySelectorAll<HTMLElement>(targets)) addButton(element, announce);
}
