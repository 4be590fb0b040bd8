import type { Page } from '@playwright/test';

/** Pastes a text as a browser does. The clipboard of a headless browser does not keep every text. */
export async function paste(page: Page, text: string): Promise<void> {
	await page.locator('.search-input').evaluate((field, pasted) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', pasted);
		field.dispatchEvent(
			new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
		);
	}, text);
}

/** Drops a file on the search box. */
export async function dropFile(page: Page, name: string, content: string): Promise<void> {
	await page.locator('search form').evaluate(
		(form, file) => {
			const dataTransfer = new DataTransfer();
			dataTransfer.items.add(new File([file.content], file.name));
			form.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
		},
		{ name, content },
	);
}
