import { init as initGuide } from '#components/guide/guide.client.ts';
// Built like a worker, it is one file without the preload helper that Vite adds to a script with a dynamic import.
import boxAddress from '#components/search/search-box.entry.ts?worker&url';

/*
 * The one script of every page. It waits for a search box to be used, and only then loads what that needs; on a guide
 * it adds what helps to work through it.
 */

const fields = '.search-form[data-search-box]';
let isLoading = false;

function loadBox(): void {
	if (isLoading) return;
	isLoading = true;
	// Where it does not arrive, the form still leads to /search/, and the next use tries again.
	import(/* @vite-ignore */ boxAddress).catch(() => (isLoading = false));
}

for (const form of document.querySelectorAll<HTMLFormElement>(fields)) {
	form.addEventListener('focusin', loadBox);
	// The field may have been focused before this script arrived.
	if (form.contains(document.activeElement)) loadBox();
}

addEventListener('keydown', (event) => {
	// A capital where Caps Lock is on.
	const isK = event.key === 'k' || event.key === 'K';
	if (!isK || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
	const field = document.querySelector<HTMLElement>('.search-input');
	if (!field) return;
	event.preventDefault();
	field.focus();
	if (field instanceof HTMLInputElement) field.select();
});

const guide = document.querySelector<HTMLElement>('.guide');
if (guide) initGuide(guide);
