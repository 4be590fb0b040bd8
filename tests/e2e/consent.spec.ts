import AxeBuilder from '@axe-core/playwright';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { analytics, counterOrigin } from '../analytics-site.ts';
import { pageKinds, settle } from './page-kinds.ts';

declare global {
	interface Window {
		/** How far each layout shift moved the page. */
		shifts: readonly number[];
	}
}

/* Runs on the site with analytics alone. */

const guide = '/errors/nodejs/eaddrinuse/';

function notice(page: Page) {
	return page.getByRole('region', { name: `May this site use ${analytics.name}?` });
}

function control(page: Page) {
	return page.getByRole('button', { name: 'Change the choice about analytics' });
}

/** What goes to the analytics from now on. */
function requestsToCounter(page: Page): string[] {
	const requests: string[] = [];
	page.on('request', (request) => {
		const { origin, pathname } = new URL(request.url());
		if (origin === counterOrigin) requests.push(pathname);
	});
	return requests;
}

async function stored(page: Page, context: BrowserContext) {
	return {
		cookies: (await context.cookies()).map(({ name }) => name),
		local: await page.evaluate(() => Object.keys(localStorage).sort()),
		session: await page.evaluate(() => Object.keys(sessionStorage)),
	};
}

const nothing = { cookies: [], local: [], session: [] };

for (const [kind, path] of Object.entries(pageKinds)) {
	test(`before an answer, ${kind} asks, loads nothing and stores nothing`, async ({
		page,
		context,
	}) => {
		const requests = requestsToCounter(page);
		await settle(page, path);
		await expect(notice(page)).toBeVisible();
		expect(await stored(page, context)).toEqual(nothing);
		expect(requests).toEqual([]);
	});
}

test('Accept loads the script with its attributes, now and on the next page, and asks no more', async ({
	page,
	context,
}) => {
	const requests = requestsToCounter(page);
	await page.goto(guide);
	await notice(page).getByRole('button', { name: 'Accept' }).click();
	await expect(notice(page)).toBeHidden();
	await expect.poll(() => requests).toEqual(['/counter.js', '/visit']);
	expect(await stored(page, context)).toEqual({
		cookies: ['_counter_id'],
		local: ['analytics-consent', 'counter-visit'],
		session: [],
	});
	await page.goto('/codes/');
	await expect.poll(() => requests).toHaveLength(4);
	await expect(notice(page)).toBeHidden();
});

test('Reject loads nothing, keeps the choice alone, and asks no more', async ({
	page,
	context,
}) => {
	const requests = requestsToCounter(page);
	await page.goto(guide);
	await notice(page).getByRole('button', { name: 'Reject' }).click();
	await expect(notice(page)).toBeHidden();
	await page.goto('/codes/');
	await expect(control(page)).toBeVisible();
	await expect(notice(page)).toBeHidden();
	expect(await stored(page, context)).toEqual({ ...nothing, local: ['analytics-consent'] });
	expect(requests).toEqual([]);
});

test('Accept can be taken back at the end of each page, and what was stored goes', async ({
	page,
	context,
}) => {
	const requests = requestsToCounter(page);
	await page.goto(guide);
	await notice(page).getByRole('button', { name: 'Accept' }).click();
	await expect.poll(() => requests).toHaveLength(2);
	await page.goto('/about/');
	await expect.poll(() => requests).toHaveLength(4);
	expect((await stored(page, context)).cookies).toEqual(['_counter_id']);
	requests.length = 0;
	await control(page).click();
	await Promise.all([
		page.waitForEvent('load'),
		notice(page).getByRole('button', { name: 'Reject' }).click(),
	]);
	await expect(notice(page)).toBeHidden();
	await expect
		.poll(() => stored(page, context))
		.toEqual({ ...nothing, local: ['analytics-consent'] });
	expect(requests).toEqual([]);
});

test('a rejecting reader can accept later', async ({ page }) => {
	const requests = requestsToCounter(page);
	await page.goto(guide);
	await notice(page).getByRole('button', { name: 'Reject' }).click();
	await control(page).click();
	await notice(page).getByRole('button', { name: 'Accept' }).click();
	await expect.poll(() => requests).toEqual(['/counter.js', '/visit']);
});

test('the search results never load it, so that no search is seen', async ({ page }) => {
	const requests = requestsToCounter(page);
	await page.goto(guide);
	await notice(page).getByRole('button', { name: 'Accept' }).click();
	await expect.poll(() => requests).toHaveLength(2);
	requests.length = 0;
	await settle(page, pageKinds.search);
	expect(requests).toEqual([]);
	await page.locator('[data-results] a').first().click();
	await expect.poll(() => requests).toEqual(['/counter.js', '/visit']);
	expect(await page.evaluate(() => document.referrer)).toBe('');
});

test('another script is asked about anew', async ({ page }) => {
	await page.addInitScript(() =>
		localStorage.setItem('analytics-consent', 'accepted https://other.example/a.js'),
	);
	const requests = requestsToCounter(page);
	await page.goto(guide);
	await expect(notice(page)).toBeVisible();
	expect(requests).toEqual([]);
});

test.describe('with Global Privacy Control', () => {
	test.beforeEach(async ({ page }) => {
		await page.addInitScript(() =>
			Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true }),
		);
	});

	test('nobody is asked, nothing is loaded or stored, and the control says why', async ({
		page,
		context,
	}) => {
		const requests = requestsToCounter(page);
		await page.goto(guide);
		await expect(control(page)).toBeVisible();
		await expect(notice(page)).toBeHidden();
		await control(page).click();
		await expect(notice(page)).toContainText('Global Privacy Control');
		await expect(notice(page).getByRole('button')).toHaveText(['Close']);
		await notice(page).getByRole('button', { name: 'Close' }).click();
		await expect(notice(page)).toBeHidden();
		await expect(control(page)).toBeFocused();
		expect(await stored(page, context)).toEqual(nothing);
		expect(requests).toEqual([]);
	});

	test('the signal is stronger than an earlier Accept', async ({ page }) => {
		await page.addInitScript(
			(script) => localStorage.setItem('analytics-consent', `accepted ${script}`),
			analytics.script,
		);
		const requests = requestsToCounter(page);
		await page.goto(guide);
		await expect(control(page)).toBeVisible();
		expect(requests).toEqual([]);
	});
});

test.describe('the notice', () => {
	test('gives Accept and Reject the same size and look', async ({ page }) => {
		await page.goto(guide);
		const [accept, reject] = await Promise.all(
			['Accept', 'Reject'].map((name) =>
				notice(page)
					.getByRole('button', { name })
					.evaluate((button) => {
						const { backgroundColor, color, border, font } = getComputedStyle(button);
						const { width, height, y } = button.getBoundingClientRect();
						return { backgroundColor, color, border, font, width, height, y };
					}),
			),
		);
		expect(accept).toEqual(reject);
	});

	for (const width of [320, 1280]) {
		test(`covers nothing and moves nothing at ${width} px`, async ({ page }) => {
			await page.setViewportSize({ width, height: 640 });
			await page.addInitScript(() => {
				const shifts: number[] = [];
				window.shifts = shifts;
				new PerformanceObserver((list) => {
					// Chromium's own entry, which TypeScript does not know.
					for (const entry of list.getEntries())
						if ('value' in entry) shifts.push(Number(entry.value));
				}).observe({ type: 'layout-shift', buffered: true });
			});
			await page.goto(guide);
			await expect(notice(page)).toBeVisible();
			expect(await page.evaluate(() => window.shifts)).toEqual([]);
			const { position, top, bottom } = await notice(page).evaluate((element) => ({
				position: getComputedStyle(element).position,
				top: element.getBoundingClientRect().top,
				bottom: element.getBoundingClientRect().bottom,
			}));
			const header = await page.getByRole('banner').boundingBox();
			const main = await page.getByRole('main').boundingBox();
			expect(position).toBe('static');
			expect(top).toBeGreaterThanOrEqual((header?.y ?? 0) + (header?.height ?? 0) - 1);
			expect(bottom).toBeLessThanOrEqual((main?.y ?? 0) + 1);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
				width,
			);
		});
	}

	test('takes no focus by itself, and gives it to the page when it goes', async ({ page }) => {
		await page.goto(guide);
		await expect(notice(page)).toBeVisible();
		await expect(page.locator('body')).toBeFocused();
		await notice(page).getByRole('button', { name: 'Reject' }).press('Enter');
		await expect(page.getByRole('main')).toBeFocused();
		await expect(page.locator('consent-notice [role="status"]')).toHaveText(
			'Analytics are off. You can change this at the end of each page.',
		);
	});

	test('takes the focus when it is asked for, and gives it back', async ({ page }) => {
		await page.goto(guide);
		await notice(page).getByRole('button', { name: 'Reject' }).click();
		await control(page).press('Enter');
		await expect(page.getByText(`May this site use ${analytics.name}?`)).toBeFocused();
		await expect(notice(page)).toBeInViewport();
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		await expect(notice(page).getByRole('button', { name: 'Accept' })).toBeFocused();
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await expect(control(page)).toBeFocused();
		await expect(control(page)).toBeInViewport();
	});

	for (const colorScheme of ['light', 'dark'] as const) {
		test(`has no violation in the ${colorScheme} theme`, async ({ page }) => {
			await page.emulateMedia({ colorScheme });
			for (const path of [guide, '/privacy/']) {
				await page.goto(path);
				await expect(notice(page)).toBeVisible();
				const { violations } = await new AxeBuilder({ page }).analyze();
				expect(violations.map(({ id }) => id)).toEqual([]);
			}
		});
	}
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('there is nothing to ask and nothing to change', async ({ page }) => {
		const requests = requestsToCounter(page);
		await page.goto(guide);
		await expect(notice(page)).toBeHidden();
		await expect(control(page)).toBeHidden();
		expect(requests).toEqual([]);
	});
});

test('the privacy page says what is used, what it stores and how to choose', async ({ page }) => {
	await page.goto('/privacy/');
	const main = page.getByRole('main');
	await expect(main).toContainText(`asks before it uses ${analytics.name}`);
	await expect(main).toContainText(analytics.collects);
	await expect(main.getByRole('row')).toHaveCount(analytics.stores.length + 1);
	await expect(main.getByRole('cell', { name: '_counter*' })).toBeVisible();
	await expect(main).toContainText('Sec-GPC');
	await expect(main.getByRole('link', { name: 'its own privacy policy' })).toHaveAttribute(
		'href',
		analytics.policy,
	);
	await expect(main).not.toContainText('no analytics');
});
