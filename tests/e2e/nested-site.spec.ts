import { expect, test } from '@playwright/test';
import { nestedBase } from '../nested-site.ts';

/* A site in a folder of another: what only a browser asks for, and where it then goes. */

test.beforeEach(({ page }) => {
	page.on('response', (response) => {
		const { pathname } = new URL(response.url());
		expect(pathname.startsWith(nestedBase), pathname).toBe(true);
	});
});

test('the search box finds a code and leads to its guide', async ({ page }) => {
	await page.goto(nestedBase);
	await page.locator('.search-input').click();
	await page.keyboard.type('EADDRINUSE');
	await expect(page.getByRole('option').first()).toContainText('EADDRINUSE');
	await page.keyboard.press('Enter');
	await page.waitForURL(`${nestedBase}errors/nodejs/eaddrinuse/`);
});

test('the search page has codes and the full text, and its links lead to guides', async ({
	page,
}) => {
	await page.goto(`${nestedBase}search/?q=ERESOLVE`);
	const match = page.locator('[data-matches]').getByRole('listitem').first();
	await expect(match).toContainText('ERESOLVE');
	await expect(page.locator('[data-status]')).toContainText(/\d+ guides?/);
	// The full text has that guide too, and shows no guide twice.
	await expect(page.locator('[data-results] a[href$="/errors/npm/eresolve/"]')).toHaveCount(0);

	await page.goto(`${nestedBase}search/?q=corporate+proxy`);
	const result = page.locator('[data-results]').getByRole('link').first();
	await result.click();
	await page.waitForURL(`${nestedBase}errors/*/*/`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a short address with other capitals leads to its guide', async ({ page }) => {
	await page.goto(`${nestedBase}e/EAddrInUse/`);
	await page.waitForURL(`${nestedBase}errors/nodejs/eaddrinuse/`);
});

test('an unknown address fills its last part into the search box', async ({ page }) => {
	await page.goto(`${nestedBase}e/no-such-code/`);
	await expect(page.getByRole('searchbox')).toHaveValue('no-such-code');
});
