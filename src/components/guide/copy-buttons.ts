import { addButton, addElement } from './controls.ts';
import { copy } from './copy.ts';
import type { GuidePage } from './guide-page.client.ts';

/**
 * Adds a copy button to every command, and to what says itself what copying it does. Output and listings get none:
 * nobody pastes them.
 */
export function addCopyButtons(guide: GuidePage): void {
	for (const part of guide.querySelectorAll<HTMLElement>('[data-copy], [data-kind="command"]')) {
		const text = part.textContent.trim();
		const button = addButton('copy no-print', 'Copy', () => void copy(guide, text, button, part));
		button.ariaLabel = `Copy ${part.dataset['copy'] ?? 'command'}`;
		const frame = addElement('div', { className: 'frame' });
		part.replaceWith(frame);
		frame.append(part, button);
	}
}
