import { addElement } from './controls.ts';
import { copy } from './copy.ts';
import type { GuidePage } from './guide-page.client.ts';

/** Adds to every cause, fix, step and question a link to itself, which copies its address. */
export function addAnchors(guide: GuidePage): void {
	for (const part of guide.querySelectorAll('li[id], div[id], fix-item')) {
		// Of a fix without its number, which changes with the order.
		const title = part.closest(':has(> h3)')?.querySelector('h3 > .inline')?.textContent;
		const step = part.querySelector('h3') ? '' : `step ${part.id.split('-').at(-1)} of `;
		const anchor = addElement('a', {
			className: 'anchor no-print',
			href: `#${part.id}`,
			textContent: '#',
			ariaLabel: `Copy link to ${step}${title}`,
			onclick(event) {
				event.preventDefault();
				history.replaceState(null, '', anchor.href);
				void copy(guide, anchor.href, anchor, part);
			},
		});
		part.append(anchor);
	}
}
