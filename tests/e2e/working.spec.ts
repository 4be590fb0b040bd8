import { expect, test, type Page } from '@playwright/test';

/** A guide with three axes of variants, several causes and ordinary fixes. */
const guide = '/errors/nodejs/eaddrinuse/';

const stored = (page: Page) =>
	page.evaluate(() => Object.fromEntries(Object.entries(localStorage)));
const fixes = (page: Page) => page.locator('fix-item');
const failed = (page: Page, index: number) =>
	fixes(page).nth(index).getByRole('button', { name: 'It did not' });

test.describe('ticking off steps', () => {
	test('keeps ticks in the page alone until the reader wants them remembered', async ({ page }) => {
		await page.goto(guide);
		const tick = page.getByRole('checkbox', { name: 'Step 1 done' }).first();
		await tick.check();
		expect(await stored(page)).toEqual({});
		await page.reload();
		await expect(tick).not.toBeChecked();
	});

	test('remembers on the device when asked, and forgets when asked', async ({ page }) => {
		await page.goto(guide);
		const tick = page.getByRole('checkbox', { name: 'Step 1 done' }).first();
		await tick.check();
		await page.getByRole('radio', { name: 'Windows' }).check();
		await failed(page, 0).click();
		await page.getByRole('button', { name: 'Remember on this device' }).click();
		expect(Object.keys(await stored(page))).toEqual([`progress:${guide}`]);

		await page.reload();
		await expect(tick).toBeChecked();
		await expect(page.getByRole('radio', { name: 'Windows' })).toBeChecked();
		await expect(failed(page, 0)).toHaveAttribute('aria-pressed', 'true');

		await page.getByRole('button', { name: 'Forget' }).click();
		expect(await stored(page)).toEqual({});
		await page.reload();
		await expect(tick).not.toBeChecked();
	});

	test('works with the keyboard', async ({ page }) => {
		await page.goto(guide);
		const tick = page.getByRole('checkbox', { name: 'Step 1 done' }).first();
		await tick.focus();
		await page.keyboard.press('Space');
		await expect(tick).toBeChecked();
	});

	test('starts anew where something else is stored in its place', async ({ page }) => {
		await page.goto(guide);
		await page.evaluate((key) => localStorage.setItem(key, '{"no":1}'), `progress:${guide}`);
		await page.reload();
		await expect(page.getByRole('checkbox', { name: 'Step 1 done' }).first()).not.toBeChecked();
		await expect(page.getByRole('button', { name: 'Forget' })).toBeVisible();
	});

	test('says so where the browser stores nothing', async ({ page }) => {
		await page.addInitScript(() => {
			Storage.prototype.setItem = () => {
				throw new DOMException('full', 'QuotaExceededError');
			};
		});
		await page.goto(guide);
		await page.getByRole('button', { name: 'Remember on this device' }).click();
		await expect(page.getByText('This browser does not allow it.')).toBeAttached();
		await expect(page.getByRole('button', { name: 'Remember on this device' })).toBeVisible();
	});
});

test.describe('variants', () => {
	const part = (page: Page, name: string) => page.locator(`.on[data-on~="${name}"]`);

	test('a choice leaves out the others on the whole page, and nothing of another axis', async ({
		page,
	}) => {
		await page.goto(guide);
		await page.getByRole('group', { name: 'System' }).getByRole('radio', { name: 'Linux' }).check();
		for (const shown of await part(page, 'linux').all()) await expect(shown).toBeVisible();
		for (const hidden of await page.locator('.on[data-on="windows"]').all())
			await expect(hidden).toBeHidden();
		await expect(part(page, 'powershell').first()).toBeVisible();

		await page.getByRole('group', { name: 'System' }).getByRole('radio', { name: 'All' }).check();
		for (const shown of await part(page, 'windows').all()) await expect(shown).toBeVisible();
	});

	test('all are printed, whatever was chosen', async ({ page }) => {
		await page.goto(guide);
		await page.getByRole('radio', { name: 'Linux' }).check();
		await page.emulateMedia({ media: 'print' });
		const count = await page.locator('.item .on').count();
		expect(count).toBeGreaterThan(6);
		await expect(page.locator('.item .on:visible')).toHaveCount(count);
	});

	test('a guide without a choice to make has no control', async ({ page }) => {
		await page.goto('/errors/npm/eresolve/');
		await expect(page.getByRole('radio')).toHaveCount(0);
	});
});

test.describe('after a fix', () => {
	test('what did not help leads to the next, and in the end to what to send', async ({
		page,
		context,
	}) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await page.goto(guide);
		const count = await fixes(page).count();
		for (let index = 0; index < count; index += 1) {
			await failed(page, index).click();
			const next =
				index + 1 < count
					? fixes(page)
							.nth(index + 1)
							.locator('h3')
					: page.locator('#support');
			await expect(next).toBeFocused();
			await expect(next).toBeInViewport();
		}
		await page.getByRole('button', { name: 'Copy a summary to fill in' }).click();
		const summary = await page.evaluate(() => navigator.clipboard.readText());
		const titles = await fixes(page).locator('h3 > .inline').allTextContents();
		for (const title of titles) expect(summary).toContain(`- ${title}`);
		expect(summary).toContain(`Guide: ${new URL(guide, page.url()).href}`);
		for (const item of await page.locator('support-summary li').allTextContents())
			expect(summary).toContain(`${item}:`);
	});

	test('goes back to a fix that was passed over', async ({ page }) => {
		await page.goto(guide);
		const last = (await fixes(page).count()) - 1;
		await failed(page, last).click();
		await expect(fixes(page).first().locator('h3')).toBeFocused();
	});

	test('what helped is marked, nothing is sent, and a second press takes it back', async ({
		page,
	}) => {
		await page.goto(guide);
		const requests: string[] = [];
		page.on('request', (request) => {
			// The icon of the window comes when the browser likes.
			if (!request.url().endsWith('.svg')) requests.push(request.url());
		});
		const helped = fixes(page).first().getByRole('button', { name: 'This fixed it' });
		await helped.click();
		await expect(helped).toHaveAttribute('aria-pressed', 'true');
		await expect(page.getByRole('status').filter({ hasText: 'Nothing was sent' })).toBeAttached();
		await failed(page, 0).click();
		await expect(helped).toHaveAttribute('aria-pressed', 'false');
		await failed(page, 0).click();
		await expect(failed(page, 0)).toHaveAttribute('aria-pressed', 'false');
		expect(requests).toEqual([]);
	});
});

test('every cause, fix, step and question has a link to itself that copies its address', async ({
	page,
	context,
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(guide);
	const parts = page.locator('.item, .step');
	await expect(page.getByRole('link', { name: /^Copy link to / })).toHaveCount(await parts.count());
	for (const kind of ['li.item', 'fix-item', '.step', 'div.item']) {
		const part = page.locator(kind).first();
		await part.locator('> .anchor').click();
		const address = `${new URL(guide, page.url()).href}#${await part.getAttribute('id')}`;
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
		expect(page.url()).toBe(address);
	}
});

test('output and listings have no copy button', async ({ page }) => {
	await page.goto(guide);
	await expect(page.locator('.code[data-kind="output"]').first()).toBeVisible();
	await expect(page.locator('.code:not([data-kind="command"]) + button')).toHaveCount(0);
});

test('a reader walks through the codes of a product', async ({ page }) => {
	await page.goto('/errors/nodejs/');
	const codes = await page.locator('tbody th code').allTextContents();
	await page.locator('tbody a').first().click();
	for (const code of codes.slice(1)) {
		await page.locator('[rel="next"]').click();
		await expect(page.locator('h1 code')).toHaveText(code);
	}
	await expect(page.locator('[rel="next"]')).toHaveCount(0);
	await page.locator('[rel="prev"]').click();
	await expect(page.locator('h1 code')).toHaveText(codes.at(-2) ?? '');
});

test('the layout stays where it is when the script arrives', async ({ page }) => {
	await page.route('**/_astro/*.js', async (route) => {
		await new Promise((resolve) => setTimeout(resolve, 400));
		await route.continue();
	});
	for (const path of [guide, '/codes/', '/search/', '/search/?q=cannot+find+module']) {
		await page.goto(path);
		if (path.includes('?')) await page.getByRole('heading', { name: 'Other guides' }).waitFor();
		await page.waitForTimeout(300);
		const shift = await page.evaluate(
			() =>
				new Promise<number>((resolve) => {
					let sum = 0;
					new PerformanceObserver((list) => {
						// TypeScript's own types do not know layout shifts.
						for (const entry of list.getEntries()) if ('value' in entry) sum += Number(entry.value);
					}).observe({ type: 'layout-shift', buffered: true });
					setTimeout(() => resolve(sum), 200);
				}),
		);
		expect(shift, path).toBe(0);
	}
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 360, height: 740 } });

	test('the first screen of every guide has product, code, name, answer and the first check', async ({
		page,
	}) => {
		test.setTimeout(180_000);
		await page.goto('/codes/');
		const paths = await page
			.locator('tbody a')
			.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
		const late: string[] = [];
		for (const path of paths) {
			await page.goto(path, { waitUntil: 'domcontentloaded' });
			const bottoms = await page.evaluate(() => {
				const bottomOf = (selector: string) =>
					document.querySelector(selector)?.getBoundingClientRect().bottom ?? Infinity;
				const check = document.querySelector('[aria-labelledby="check"] .prose');
				const range = document.createRange();
				if (check) range.selectNodeContents(check);
				return {
					product: bottomOf('.screen nav'),
					code: bottomOf('h1 code'),
					name: bottomOf('h1 .name'),
					answer: bottomOf('.answer'),
					// Its first line; what follows may need a thumb.
					check: range.getClientRects()[0]?.bottom ?? Infinity,
				};
			});
			for (const [part, bottom] of Object.entries(bottoms))
				if (bottom > 740) late.push(`${path}: ${part} ends at ${Math.round(bottom)}`);
		}
		expect(paths.length).toBeGreaterThan(20);
		expect(late).toEqual([]);
	});
});

test.describe('the list of all codes', () => {
	test('narrows to what is typed, says how many, and opens the first by Enter', async ({
		page,
	}) => {
		await page.goto('/codes/');
		const rows = page.locator('tbody tr');
		const all = await rows.count();
		const filter = page.getByRole('searchbox', { name: 'Filter' });
		await filter.fill('nginx');
		const matching = await rows.filter({ hasText: /nginx/i }).count();
		await expect(page.locator('tbody tr:visible')).toHaveCount(matching);
		await expect(page.locator('code-index [role="status"]')).toHaveText(`${matching} of ${all}`);
		for (const letter of await page.locator('code-index section:visible').all())
			await expect(letter.locator('tbody tr:visible')).not.toHaveCount(0);

		await filter.fill('no such code');
		await expect(page.locator('code-index [role="status"]')).toHaveText(`None of ${all}`);
		await filter.fill('');
		await expect(page.locator('tbody tr:visible')).toHaveCount(all);

		await filter.fill('502');
		await filter.press('Enter');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/errors/nginx/502-bad-gateway/');
	});

	test('a letter leads to its codes', async ({ page }) => {
		await page.goto('/codes/');
		await page
			.getByRole('navigation', { name: 'Letters' })
			.getByRole('link', { name: 'N' })
			.click();
		await expect(page.getByRole('heading', { level: 2, name: 'N', exact: true })).toBeInViewport();
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a guide shows every variant and has no control that needs a script', async ({ page }) => {
		await page.goto(guide);
		const count = await page.locator('.on').count();
		await expect(page.locator('.on:visible')).toHaveCount(count);
		const main = page.getByRole('main');
		await expect(main.getByRole('checkbox')).toHaveCount(0);
		await expect(main.getByRole('radio')).toHaveCount(0);
		await expect(main.getByRole('button')).toHaveCount(0);
		await expect(page.locator('.anchor')).toHaveCount(0);
	});

	test('each fix leads to the next, and the last to what to send', async ({ page }) => {
		await page.goto(guide);
		const ids = await fixes(page).evaluateAll((parts) => parts.map(({ id }) => id));
		const links = await page
			.locator('.outcome a')
			.evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href')));
		expect(links).toEqual([...ids.slice(1).map((id) => `#${id}`), '#support']);
		await expect(page.getByRole('heading', { name: 'What to send to support' })).toBeVisible();
	});

	test('the list of all codes has letters, and no filter', async ({ page }) => {
		await page.goto('/codes/');
		await expect(page.getByRole('navigation', { name: 'Letters' })).toBeVisible();
		await expect(page.getByRole('searchbox', { name: 'Filter' })).toHaveCount(0);
	});
});

test('a printed guide has no control, its steps have numbers and its code is dark on light', async ({
	page,
}) => {
	await page.goto(guide);
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('button:visible, input:visible, .anchor:visible')).toHaveCount(0);
	await expect(page.getByRole('region', { name: 'Check first' })).toBeHidden();
	const step = page.locator('.step').first();
	expect(await step.evaluate((item) => getComputedStyle(item, '::before').content)).toContain(
		'counter',
	);
	const top = await page.locator('h1 code').evaluate((code) => code.getBoundingClientRect().top);
	expect(top).toBeGreaterThanOrEqual(0);
	const [ink, paper] = await page.locator('main .screen').evaluate((plate) => {
		const { color, backgroundColor } = getComputedStyle(plate);
		return [color, backgroundColor];
	});
	expect(ink).toBe('rgb(28, 26, 23)');
	expect(paper).toBe('rgba(0, 0, 0, 0)');
});
