import { expect, test } from '@playwright/test';

test('a reader browses from a category to a product, a guide and a related error', async ({
	page,
}) => {
	await page.goto('/');
	await page.getByRole('main').getByRole('link', { name: 'Node.js and npm' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Node.js and npm');
	await page.getByRole('link', { name: 'Node.js', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Node.js errors');
	await page.getByRole('link', { name: 'ERR_MODULE_NOT_FOUND' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('ERR_MODULE_NOT_FOUND');
	const related = page.getByRole('region', { name: 'Related errors' });
	const name = await related.getByRole('link').first().textContent();
	await related.getByRole('link').first().click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(name?.trim() ?? '');
});

test('a guide has every part that a reader needs', async ({ page }) => {
	await page.goto('/errors/cloud-identity/invalid-credentials/');
	await expect(page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link')).toHaveCount(
		3,
	);
	for (const heading of [
		'Quick answer',
		'What you see',
		'What causes it',
		'Fixes, safest first',
		'Advanced fixes',
		'Questions',
		'Related errors',
		'Sources',
	]) {
		await expect(page.getByRole('heading', { level: 2, name: heading, exact: true })).toBeVisible();
	}
	await expect(page.getByRole('link', { name: 'Edit this guide' })).toHaveAttribute(
		'href',
		/content\/guides\/cloud-identity\/invalid-credentials\.mdx$/,
	);
	await expect(page.getByRole('link', { name: 'Report a problem' })).toHaveAttribute(
		'href',
		/issues\/new\?/,
	);
});

test('each cause leads to its fixes by a link within the page', async ({ page }) => {
	await page.goto('/errors/nodejs/eaddrinuse/');
	const cause = page.getByRole('region', { name: 'What causes it' }).getByRole('listitem').first();
	const link = cause.locator('.ways a').first();
	const target = await link.getAttribute('href');
	await link.click();
	await expect(page).toHaveURL(new RegExp(`${target}$`));
	await expect(page.locator(target ?? '')).toBeInViewport();
});

test('a code that two products share asks where it was seen', async ({ page }) => {
	await page.goto('/e/0x80070005/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where did you see 0x80070005?');
	await page.getByRole('link', { name: 'Windows Update' }).click();
	await expect(page).toHaveURL('/errors/windows-update/0x80070005/');
	await expect(
		page.getByRole('article').getByRole('link', { name: 'Windows', exact: true }).first(),
	).toBeVisible();
});

for (const [typed, path] of [
	['/e/eaddrinuse/', '/errors/nodejs/eaddrinuse/'],
	['/e/EADDRINUSE', '/errors/nodejs/eaddrinuse/'],
	['/e/28P01/', '/errors/postgresql/28p01/'],
	['/e/502-bad-gateway/', '/errors/nginx/502-bad-gateway/'],
	['/e/CRASHLOOPBACKOFF/', '/errors/kubernetes/crashloopbackoff/'],
] as const) {
	test(`the short address ${typed} leads to the guide`, async ({ page }) => {
		await page.goto(typed);
		await page.waitForURL(`**${path}`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	});
}

test('an unknown address answers 404, says so and offers the search with the last part filled in', async ({
	page,
}) => {
	const response = await page.goto('/errors/nodejs/ERR_NOT_A_GUIDE/');
	expect(response?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'There is no page at this address',
	);
	await expect(page.getByRole('searchbox')).toHaveValue('ERR_NOT_A_GUIDE');
});

test('the copy button copies the command alone', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('/errors/npm/eresolve/');
	const block = page.locator('.code[data-kind="command"]').first();
	await page.getByRole('button', { name: 'Copy command' }).first().click();
	await expect(page.getByRole('button', { name: 'Copy command' }).first()).toHaveText('Copied');
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
		(await block.textContent())?.trim(),
	);
});

test('the code and each message have a copy button', async ({ page }) => {
	await page.goto('/errors/nodejs/err-module-not-found/');
	await expect(page.getByRole('button', { name: 'Copy code' })).toHaveCount(1);
	await expect(page.getByRole('button', { name: 'Copy message' })).toHaveCount(
		await page.locator('.message').count(),
	);
});
