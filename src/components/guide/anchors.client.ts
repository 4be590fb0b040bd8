import { addElement, copy, type Announce } from './controls.ts';

/** Adds to every cause, fix, step and question a link to itself, which copies its address. */
export function init(root: HTMLElement, announce: Announce): void {
	for (const part of root.querySelectorAll('.cause, .fix, .question, .step')) {
		// Of a fix without its number, which changes with the order.
		const title = part
			.closest('.cause, .fix, .question')
			?.querySelector('h3.inline, h3 > .inline')?.textContent;
		const step = part.matches('.step') ? `step ${part.id.split('-').at(-1)} of ` : '';
		const anchor = addElement('a', {
			className: 'anchor no-print',
			href: `#${part.id}`,
			textContent: '#',
			ariaLabel: `Copy link to ${step}${title}`,
			onclick(event) {
				event.preventDefault();
				history.replaceState(null, '', anchor.href);
				void copy(anchor.href, anchor, announce, part);
			},
		});
		part.append(anchor);
	}
}
