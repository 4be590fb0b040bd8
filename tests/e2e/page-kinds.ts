import { expect, type Page } from '@playwright/test';

/** One page of every kind. */
export const pageKinds = {
	home: '/',
	guide: '/errors/cloud-identity/invalid-credentials/',
	'guide with destructive fixes': '/errors/git/non-fast-forward/',
	product: '/errors/nodejs/',
	products: '/errors/',
	categories: '/categories/',
	category: '/categories/node-npm/',
	'all codes': '/codes/',
	chooser: '/e/0x80070005/',
	'short addresses': '/e/',
	search: '/search/?q=permission',
	about: '/about/',
	accessibility: '/accessibility/',
	contact: '/contact/',
	privacy: '/privacy/',
	terms: '/terms/',
	write: '/write/',
	'for programs': '/api/',
	proofs: '/proofs/',
	'not found': '/no-such-page/',
} as const;

/** Goes to a page and waits until what its script shows is there. */
export async function settle(page: Page, path: string): Promise<void> {
	await page.goto(path);
	if (path.startsWith('/search/?'))
		await expect(page.locator('[data-results] li').first()).toBeVisible();
}

/** Opens every disclosure, as what is behind one must do as well. */
export async function openAll(page: Page): Promise<void> {
	await page.evaluate(() => {
		for (const details of document.querySelectorAll('details')) details.open = true;
	});
}
