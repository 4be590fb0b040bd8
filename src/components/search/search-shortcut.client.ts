/* Ctrl+K, or Command+K, goes to the search field of the page. */

addEventListener('keydown', (event) => {
	// A capital where Caps Lock is on.
	const isK = event.key === 'k' || event.key === 'K';
	if (!isK || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
	const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>('.search-input');
	if (!field) return;
	event.preventDefault();
	field.focus();
	if (field instanceof HTMLInputElement) field.select();
});
