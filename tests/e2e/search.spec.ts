import { expect, test, type Page } from '@playwright/test';

function matches(page: Page) {
	return page.locator('[data-matches]').getByRole('listitem');
}

function results(page: Page) {
	return page.locator('[data-results]').getByRole('listitem');
}

test('a result marks the words in its answer, and names those that stand elsewhere', async ({
	page,
}) => {
	await page.goto('/search/?q=corporate+proxy');
	await expect(results(page).locator('mark').first()).toHaveText(/proxy|corporate/i);
	await page.goto('/search/?q=inotify');
	await expect(results(page).first()).toContainText('Also mentions “inotify”.');
});

test('facets narrow the results and stand in the address', async ({ page }) => {
	await page.goto('/search/?q=permission');
	await expect(page.getByRole('group', { name: 'Product' })).toBeVisible();
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
	await expect(matches(page).first()).toContainText('EADDRINUSE');
	await page.getByRole('searchbox').fill('OOMKilled');
	await page.getByRole('searchbox').press('Enter');
	await expect(matches(page).first()).toContainText('OOMKilled');
	await page.goBack();
	await expect(page.getByRole('searchbox')).toHaveValue('EADDRINUSE');
	await expect(matches(page).first()).toContainText('EADDRINUSE');
	await page.goForward();
	await expect(page.getByRole('searchbox')).toHaveValue('OOMKilled');
	await expect(matches(page).first()).toContainText('OOMKilled');
});

test('every part of the full-text index is asked', async ({ page }) => {
	// This site is too small to have a second part: the first stands in for it.
	await page.route('**/search/?q=*', async (route) => {
		const response = await route.fetch();
		const html = await response.text();
		const body = html.replace(
			'data-parts="/pagefind/"',
			'data-parts="/pagefind/ /pagefind/part-2/"',
		);
		await route.fulfill({ response, body });
	});
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	await page.route('**/pagefind/part-2/**', async (route) => {
		const url = route.request().url().replace('/part-2', '');
		await route.fulfill({ response: await route.fetch({ url }) });
	});
	await page.goto('/search/?q=inotify');
	await expect(results(page).first()).toContainText('inotify');
	for (const part of ['/pagefind/', '/pagefind/part-2/']) {
		const isChunk = (path: string) => path.startsWith(`${part}index/`);
		expect(asked.filter(isChunk), part).not.toEqual([]);
	}
});

test('nothing found says so and what to do', async ({ page }) => {
	await page.goto('/search/?q=zzqqxx-0xDEADBEEF');
	await expect(page.locator('[data-status]')).toHaveText('Nothing found for “zzqqxx-0xDEADBEEF”.');
	await expect(page.getByRole('link', { name: 'Ask for this guide' })).toHaveAttribute(
		'href',
		/issues\/new/,
	);
});

test('an empty query asks for one', async ({ page }) => {
	await page.goto('/search/');
	await expect(page.locator('[data-status]')).toHaveText(/^Type a code or words of the message/);
});

test('a missing full-text index takes nothing from what the finder knows', async ({ page }) => {
	await page.route('**/pagefind/**', (route) => route.abort());
	await page.goto('/search/?q=EADDRINUSE');
	await expect(matches(page).first()).toContainText('EADDRINUSE');
});

test('without any index the page names another way', async ({ page }) => {
	await page.route('**/pagefind/**', (route) => route.abort());
	await page.route('**/api/v1/finder/*', (route) => route.abort());
	await page.goto('/search/?q=EADDRINUSE');
	await expect(page.locator('[data-status]')).toHaveText('The search index could not be loaded.');
	await expect(
		page.getByRole('main').getByRole('link', { name: 'look through every code' }),
	).toBeVisible();
});

for (const hostile of [
	'<img src=x onerror="window.hacked=1">',
	'"><script>window.hacked=1</script>',
	'javascript:window.hacked=1',
	'\u202Eevil\u0000\u200B',
	'A'.repeat(5000),
	'%00%ff../../etc/passwd',
	'𝕏💥ﬁ',
]) {
	test(`the hostile query ${JSON.stringify(hostile.slice(0, 40))} stays text`, async ({ page }) => {
		const errors: string[] = [];
		page.on('pageerror', (error) => errors.push(error.message));
		await page.goto(`/search/?q=${encodeURIComponent(hostile)}`);
		await expect(page.locator('[data-status]')).toHaveText(/Nothing found|\d+ guides? for/);
		expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
		expect(errors).toEqual([]);
	});
}
