import type { GuidePage } from './guide-page.client.ts';

/** Copies a text and says so on the control; where the browser refuses, selects `fallback` for copying by hand. */
export async function copy(
	guide: GuidePage,
	text: string,
	control: HTMLElement,
	fallback: Element,
): Promise<void> {
	try {
		await navigator.clipboard.writeText(text);
	} catch {
		getSelection()?.selectAllChildren(fallback);
		guide.announce('Selected. Copy it with the keyboard.');
		return;
	}
	const label = control.textContent;
	control.textContent = label === '#' ? '✓' : 'Copied';
	guide.announce('Copied');
	setTimeout(() => (control.textContent = label), 2000);
}
