// Built like a worker, it is one file without the preload helper that Vite adds to a script with a dynamic import.
import address from './search-box.client.ts?worker&url';

/* Search boxes come to life when one is used for the first time; until then no page loads what they need. */

let isLoading = false;

function loadFor(target: EventTarget | null): void {
	if (isLoading || !(target instanceof Element && target.closest('search-box'))) return;
	isLoading = true;
	// Where it does not arrive, the form still leads to the results, and the next use tries again.
	import(/* @vite-ignore */ address).catch(() => (isLoading = false));
}

addEventListener('focusin', ({ target }) => loadFor(target));
// The field may have been focused before this script arrived.
loadFor(document.activeElement);
