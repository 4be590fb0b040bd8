import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { isDeep } from '../deep.ts';
import { openAll, pageKinds, settle } from './page-kinds.ts';

async function violationsOf(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

for (const [kind, path] of Object.entries(pageKinds)) {
	for (const colorScheme of ['light', 'dark'] as const) {
		// Either theme at one width shows what the other widths of it show, but for layout.
		const quick = colorScheme === 'light' ? [1280, 320] : [768];
		const widths = isDeep ? [1280, 768, 320] : quick;
		test(`axe finds nothing on ${kind} in the ${colorScheme} theme at any width`, async ({
			browser,
		}) => {
			test.setTimeout(60_000);
			const context = await browser.newContext({ colorScheme });
			const page = await context.newPage();
			await settle(page, path);
			await openAll(page);
			const found: Record<number, string[]> = {};
			for (const width of widths) {
				await page.setViewportSize({ width, height: 800 });
				found[width] = await violationsOf(page);
			}
			expect(found).toEqual(Object.fromEntries(widths.map((width) => [width, []])));
			await context.close();
		});
	}

	test(`${kind} does not scroll sideways on a narrow screen`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 640 });
		await settle(page, path);
		await openAll(page);
		const { content, room } = await page.evaluate(() => ({
			content: document.documentElement.scrollWidth,
			room: document.documentElement.clientWidth,
		}));
		expect(content).toBeLessThanOrEqual(room);
	});
}

for (const [kind, path] of Object.entries(pageKinds)) {
	test(`${kind} sets no cookie, stores nothing and asks no other origin`, async ({
		page,
		context,
	}) => {
		const foreign: string[] = [];
		page.on('request', (request) => {
			if (new URL(request.url()).hostname !== '127.0.0.1') foreign.push(request.url());
		});
		await settle(page, path);
		const stored = await page.evaluate(async () => ({
			cookie: document.cookie,
			local: localStorage.length,
			session: sessionStorage.length,
			databases: (await indexedDB.databases()).length,
			caches: (await caches.keys()).length,
			workers: (await navigator.serviceWorker.getRegistrations()).length,
		}));
		expect(stored).toEqual({
			cookie: '',
			local: 0,
			session: 0,
			databases: 0,
			caches: 0,
			workers: 0,
		});
		expect(await context.cookies()).toEqual([]);
		expect(foreign).toEqual([]);
	});
}

test.describe('with the keyboard alone', () => {
	test('the first Tab reaches a link that skips to the content', async ({ page }) => {
		await page.goto('/errors/nodejs/eaddrinuse/');
		await page.keyboard.press('Tab');
		const skip = page.getByRole('link', { name: 'Skip to content' });
		await expect(skip).toBeFocused();
		await expect(skip).toBeInViewport();
		await page.keyboard.press('Enter');
		await expect(page.locator('main')).toBeFocused();
	});

	test('a reader searches, narrows the results and opens one', async ({ page }) => {
		await page.goto('/');
		// Its role changes when it is reached, as the list below it loads.
		const field = page.getByRole('main').getByLabel('Error code or message');
		while (!(await field.evaluate((input) => input === document.activeElement)))
			await page.keyboard.press('Tab');
		await page.keyboard.type('permission');
		await page.keyboard.press('Enter');
		await expect(page.locator('[data-results] li').first()).toBeVisible();
		const box = page.getByRole('checkbox').first();
		await page.getByRole('searchbox').focus();
		for (
			let presses = 0;
			presses < 8 && !(await box.evaluate((input) => input === document.activeElement));
			presses += 1
		)
			await page.keyboard.press('Tab');
		await expect(box).toBeFocused();
		await page.keyboard.press('Space');
		await expect(page).toHaveURL(/category=|product=/);
		await expect(page.getByRole('checkbox').first()).toBeFocused();
		const link = page.locator('[data-results] a').first();
		await expect(link).toBeVisible();
		while (!(await link.evaluate((anchor) => anchor === document.activeElement)))
			await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/errors/**');
	});

	test('everything that can be reached shows its focus', async ({ page }) => {
		await page.goto('/errors/nodejs/eaddrinuse/');
		for (let presses = 0; presses < 40; presses += 1) {
			await page.keyboard.press('Tab');
			const outline = await page.evaluate(() => {
				const focused = document.activeElement;
				return focused && focused !== document.body
					? getComputedStyle(focused).outlineStyle
					: 'solid';
			});
			expect(outline).not.toBe('none');
		}
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a guide is whole: message, causes, fixes, links', async ({ page }) => {
		await page.goto('/errors/nodejs/eaddrinuse/');
		await expect(page.getByRole('heading', { level: 1 })).toContainText('EADDRINUSE');
		await expect(page.locator('.message').first()).toBeVisible();
		await expect(page.locator('.step').first()).toBeVisible();
		await expect(page.getByRole('button', { name: /copy/i })).toHaveCount(0);
		await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link').last().click();
		await expect(page).toHaveURL('/errors/nodejs/');
	});

	test('the search page says what to do instead', async ({ page }) => {
		await page.goto('/search/?q=EADDRINUSE');
		await expect(page.getByText('Searching needs JavaScript.')).toBeVisible();
		await page.getByRole('main').getByRole('link', { name: 'find the code from A to Z' }).click();
		await expect(page).toHaveURL('/codes/');
	});

	test('a short address leads to its guide', async ({ page }) => {
		await page.goto('/e/eaddrinuse/');
		await page.waitForURL('**/errors/nodejs/eaddrinuse/');
	});
});

test('a guide prints without navigation, with the addresses of its sources', async ({ page }) => {
	await page.goto('/errors/nodejs/eaddrinuse/');
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('banner')).toBeHidden();
	await expect(page.getByRole('contentinfo')).toBeHidden();
	await expect(page.locator('.copy').first()).toBeHidden();
	const printed = await page
		.locator('[aria-labelledby="sources"] li a')
		.first()
		.evaluate((link) => getComputedStyle(link, '::after').content);
	expect(printed).toContain('https://');
});
