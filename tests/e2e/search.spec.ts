import { expect, test, type Page } from '@playwright/test';

function results(page: Page) {
	return page.locator('[data-results]').getByRole('listitem');
}

for (const [query, path] of [
	['ERR_MODULE_NOT_FOUND', '/errors/nodejs/err-module-not-found/'],
	['28P01', '/errors/postgresql/28p01/'],
	['inotify', '/errors/linux/enospc/'],
	[
		"Error [ERR_MODULE_NOT_FOUND]: Cannot find package '@scope/name' imported from /srv/app.js",
		'/errors/nodejs/err-module-not-found/',
	],
] as const) {
	test(`the header search finds ${query}`, async ({ page }) => {
		await page.goto('/errors/nginx/502-bad-gateway/');
		await page.getByRole('searchbox').fill(query);
		await page.getByRole('searchbox').press('Enter');
		await page.waitForURL('**/search/?q=*');
		await expect(results(page).first().getByRole('link')).toHaveAttribute('href', path);
	});
}

test('a shared code shows both guides, with product and name', async ({ page }) => {
	await page.goto('/search/?q=0x80070005');
	await expect(results(page).nth(1)).toBeVisible();
	const products = await page.locator('.result-product').allTextContents();
	expect(products.slice(0, 2).sort()).toEqual(['Windows', 'Windows Update']);
	await expect(page.locator('.result-name').first()).not.toBeEmpty();
});

test('a result shows a marked excerpt', async ({ page }) => {
	await page.goto('/search/?q=inotify');
	await expect(results(page).first().locator('mark').first()).toHaveText(/inotify/i);
});

test('facets narrow the results and stand in the address', async ({ page }) => {
	await page.goto('/search/?q=permission');
	await expect(results(page).first()).toBeVisible();
	const before = await results(page).count();
	await page.getByRole('group', { name: 'Product' }).getByRole('checkbox').first().check();
	await expect(page).toHaveURL(/product=/);
	await expect.poll(() => results(page).count()).toBeLessThan(before);
	await page.reload();
	await expect(results(page).first()).toBeVisible();
	expect(await results(page).count()).toBeLessThan(before);
	await expect(
		page.getByRole('group', { name: 'Product' }).getByRole('checkbox', { checked: true }),
	).toHaveCount(1);
});

test('back and forward restore the query and its results', async ({ page }) => {
	await page.goto('/search/?q=EADDRINUSE');
	await expect(results(page).first()).toContainText('EADDRINUSE');
	await page.getByRole('searchbox').fill('OOMKilled');
	await page.getByRole('searchbox').press('Enter');
	await expect(results(page).first()).toContainText('OOMKilled');
	await page.goBack();
	await expect(page.getByRole('searchbox')).toHaveValue('EADDRINUSE');
	await expect(results(page).first()).toContainText('EADDRINUSE');
});

test('nothing found says so and what to do', async ({ page }) => {
	await page.goto('/search/?q=zzqqxx-0xDEADBEEF');
	await expect(page.getByRole('status')).toHaveText('Nothing found for “zzqqxx-0xDEADBEEF”.');
	await expect(page.getByRole('link', { name: 'ask for a guide' })).toHaveAttribute(
		'href',
		/issues\/new/,
	);
});

test('an empty query asks for one', async ({ page }) => {
	await page.goto('/search/');
	await expect(page.getByRole('status')).toHaveText('Type a code or words of the message.');
});

test('a missing index is named, with another way', async ({ page }) => {
	await page.route('**/pagefind/**', (route) => route.abort());
	await page.goto('/search/?q=EADDRINUSE');
	await expect(page.getByRole('status')).toHaveText('The search index could not be loaded.');
	await expect(
		page.getByRole('main').getByRole('link', { name: 'look through every code' }),
	).toBeVisible();
});

for (const hostile of [
	'<img src=x onerror="window.hacked=1">',
	'"><script>window.hacked=1</script>',
	'javascript:window.hacked=1',
	'\u202Eevil\u0000\u200B',
	`${'A'.repeat(5000)}`,
	'%00%ff../../etc/passwd',
	'𝕏💥ﬁ',
]) {
	test(`the hostile query ${JSON.stringify(hostile.slice(0, 40))} stays text`, async ({ page }) => {
		const errors: string[] = [];
		page.on('pageerror', (error) => errors.push(error.message));
		await page.goto(`/search/?q=${encodeURIComponent(hostile)}`);
		await expect(page.getByRole('status')).toHaveText(/^(?:Nothing found|\d+ guides? for)/);
		expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
		expect(errors).toEqual([]);
	});
}
