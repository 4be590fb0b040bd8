import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { dropFile, paste } from './paste.ts';

const npmLog = `2026-11-24T10:00:01Z web-1 npm error code EACCES
2026-11-24T10:00:01Z web-1 npm error syscall mkdir
2026-11-24T10:00:01Z web-1 npm error path /usr/lib/node_modules/nodemon
2026-11-24T10:00:01Z web-1 npm error Error: EACCES: permission denied, mkdir '/usr/lib/node_modules/nodemon'`;

function box(page: Page) {
	return page.getByRole('combobox', { name: 'Error code or message' });
}

function options(page: Page) {
	return page.getByRole('option');
}

/** Types into the box of a page as a person does, and waits for the list. */
async function type(page: Page, text: string): Promise<void> {
	await page.locator('.search-input').click();
	await page.keyboard.type(text);
	await expect(page.locator('.box-panel')).toBeVisible();
}

test('a certain match is the first option, and Enter goes to its page', async ({ page }) => {
	await page.goto('/');
	await type(page, 'EADDRINUSE');
	await expect(page.locator('.box-head')).toHaveText('This is it');
	await expect(options(page).first()).toContainText('EADDRINUSE');
	await expect(options(page).first()).toContainText('Node.js');
	await expect(options(page).first()).toContainText('the code EADDRINUSE');
	await page.keyboard.press('Enter');
	await page.waitForURL('/errors/nodejs/eaddrinuse/');
});

test('Enter typed before the list is there goes to the page all the same', async ({ page }) => {
	await page.goto('/');
	await page.locator('.search-input').click();
	await expect(box(page)).toBeVisible();
	await page.keyboard.type('EADDRINUSE\n', { delay: 0 });
	await page.waitForURL('/errors/nodejs/eaddrinuse/');
});

test('a shared code asks, and the arrows choose', async ({ page }) => {
	await page.goto('/errors/nginx/502-bad-gateway/');
	await page.keyboard.press('Control+k');
	await expect(page.locator('.search-input')).toBeFocused();
	await page.keyboard.type('-2147024891');
	await expect(page.locator('.box-head')).toHaveText('It may be one of these');
	await expect(options(page)).toHaveCount(2);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
	await expect(box(page)).toHaveAttribute(
		'aria-activedescendant',
		(await options(page).nth(1).getAttribute('id')) ?? '',
	);
	const product = (await options(page).nth(1).locator('.found-product').textContent()) ?? '';
	await page.keyboard.press('Enter');
	await page.waitForURL('/errors/*/0x80070005/');
	await expect(
		page.getByRole('article').getByRole('link', { name: product }).first(),
	).toBeVisible();
});

test('Enter on what is not certain goes to the results', async ({ page }) => {
	await page.goto('/');
	await type(page, '0x80070005');
	await page.keyboard.press('Enter');
	await page.waitForURL('/search/?q=0x80070005');
	await expect(page.locator('[data-matches]').getByRole('listitem')).toHaveCount(2);
});

test('Escape closes the list and keeps the text', async ({ page }) => {
	await page.goto('/');
	await type(page, 'EACCES');
	await expect(box(page)).toHaveAttribute('aria-expanded', 'true');
	await page.keyboard.press('Escape');
	await expect(page.locator('.box-panel')).toBeHidden();
	await expect(box(page)).toHaveAttribute('aria-expanded', 'false');
	await expect(box(page)).toHaveValue('EACCES');
});

test('what is found is announced once, when it has come to rest', async ({ page }) => {
	await page.goto('/');
	await type(page, 'EADDRINUSE');
	await expect(page.locator('search-box [role="status"]')).toHaveText(
		'This is it: EADDRINUSE, Node.js.',
	);
});

test('nothing known says so, with a request that shows all that it would send', async ({
	page,
}) => {
	await page.goto('/');
	await type(page, `KILN_77: the oven ${'burns '.repeat(30)}SECRET`);
	await expect(page.locator('.box-head')).toHaveText('No guide knows this');
	// What was typed is searched more than once; this is the last time.
	await expect(page.locator('.request-text')).toContainText(/KILN_77: the oven (?:burns ){17}$/);
	const shown = (await page.locator('.request-text').textContent()) ?? '';
	expect(shown).not.toContain('SECRET');
	const address = new URL(
		(await page.getByRole('link', { name: 'Ask for this guide' }).getAttribute('href')) ?? '',
	);
	expect(decodeURIComponent(address.href)).not.toContain('SECRET');
	for (const line of shown.split('\n')) {
		expect(`${address.searchParams.get('code')}\n${address.searchParams.get('message')}`).toContain(
			line,
		);
	}
});

test('a number that differs in a digit is a question, not a match', async ({ page }) => {
	await page.goto('/');
	await type(page, '0x80070003');
	await expect(page.locator('.box-head')).toHaveText('No guide knows this');
	await expect(page.locator('.box-foot')).toContainText('Did you mean 0x80070002');
});

test('a long paste grows the field, is matched and marked, and stays off the address', async ({
	page,
}) => {
	const requests: string[] = [];
	page.on('request', (request) => requests.push(request.url() + (request.postData() ?? '')));
	await page.goto('/');
	await page.locator('.search-input').click();
	await expect(box(page)).toBeVisible();
	await paste(page, npmLog);
	const area = page.getByRole('textbox', { name: 'Error code or message' });
	await expect(area).toHaveValue(npmLog);
	await expect(page.locator('.box-head')).toHaveText('This is it');
	await expect(options(page).first()).toContainText('npm has no permission to write a folder');
	await expect(options(page).first().locator('mark')).toContainText('EACCES: permission denied');
	expect(page.url()).not.toMatch(/[?#]/);
	expect(requests.filter((request) => /nodemon|web-1/.test(request))).toEqual([]);
	await page.keyboard.press('Enter');
	await page.waitForURL('/errors/npm/eacces/');
});

test('several errors in one log are several options, and Enter chooses the first for review', async ({
	page,
}) => {
	await page.goto('/');
	await page.locator('.search-input').click();
	await expect(box(page)).toBeVisible();
	await paste(page, `${npmLog}\nError: listen EADDRINUSE: address already in use :::3000`);
	await expect(options(page).filter({ hasNotText: 'If it is not that' })).toHaveCount(2);
	await page.keyboard.press('Enter');
	await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
	expect(page.url()).not.toContain('/errors/');
});

test('a text file can be dropped or opened; what is none is refused', async ({ page }) => {
	await page.goto('/');
	await page.locator('.search-input').click();
	await expect(box(page)).toBeVisible();
	await dropFile(page, 'photo.png', 'PNG\0\0\0');
	await expect(page.locator('.box-head')).toHaveText('photo.png is not a text file.');
	await dropFile(page, 'npm.log', npmLog);
	await expect(options(page).first()).toContainText('npm has no permission to write a folder');
	await page.keyboard.press('Escape');
	await page.locator('[data-file]').setInputFiles({
		name: 'app.log',
		mimeType: 'text/plain',
		buffer: Buffer.from(
			`${'ok\n'.repeat(20_000)}Error: listen EADDRINUSE: address already in use :::1\n`,
		),
	});
	await expect(options(page).first()).toContainText('EADDRINUSE');
	await expect(page.locator('textarea')).toHaveValue(/characters are held on this page/);
	await page.keyboard.press('Delete');
	await expect(box(page)).toHaveValue('');
});

test('emptying a long text by hand closes the list, and typing on selects nothing', async ({
	page,
}) => {
	await page.goto('/');
	await page.locator('.search-input').click();
	await expect(box(page)).toBeVisible();
	await paste(page, npmLog);
	await expect(options(page).first()).toBeVisible();
	await page.keyboard.press('Control+a');
	await page.keyboard.press('Delete');
	await expect(page.locator('.box-panel')).toBeHidden();

	await page.keyboard.type('0x80070005');
	await expect(options(page)).toHaveCount(2);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.type(' again');
	await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'false');
	await expect(box(page)).not.toHaveAttribute('aria-activedescendant');
});

test('a file above 5 MB is refused with what to do', async ({ page }) => {
	await page.goto('/');
	await page.locator('.search-input').click();
	await expect(box(page)).toBeVisible();
	await page.locator('[data-file]').setInputFiles({
		name: 'huge.log',
		mimeType: 'text/plain',
		buffer: Buffer.alloc(5_000_001, 'a'),
	});
	await expect(page.locator('.box-head')).toHaveText(
		'huge.log is larger than 5 MB. Paste the part with the error.',
	);
});

test('the header box works on a touch screen of 320 pixels', async ({ browser }) => {
	const context = await browser.newContext({
		viewport: { width: 320, height: 640 },
		hasTouch: true,
		isMobile: true,
	});
	const page = await context.newPage();
	await page.goto('/errors/nginx/502-bad-gateway/');
	await page.locator('.search-input').tap();
	await page.keyboard.type('EADDRINUSE');
	await expect(options(page)).not.toHaveCount(0);
	const { x, width } = (await page.locator('.box-panel').boundingBox()) ?? { x: -1, width: 999 };
	expect(x).toBeGreaterThanOrEqual(0);
	expect(x + width).toBeLessThanOrEqual(320);
	await options(page).first().tap();
	await page.waitForURL('/errors/nodejs/eaddrinuse/');
	await context.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`the open list has no accessibility violation in the ${colorScheme} theme`, async ({
		browser,
	}) => {
		const context = await browser.newContext({ colorScheme });
		const page = await context.newPage();
		await page.goto('/');
		await type(page, '0x80070005');
		await page.keyboard.press('ArrowDown');
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
		await page.keyboard.press('Escape');
		await paste(page, npmLog);
		await expect(options(page)).not.toHaveCount(0);
		await page.keyboard.press('ArrowDown');
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
		await context.close();
	});
}

test('an index that comes late finds what was typed meanwhile', async ({ page }) => {
	await page.route('**/api/v1/finder/*', async (route) => {
		await new Promise((done) => setTimeout(done, 1200));
		await route.continue();
	});
	await page.goto('/');
	await page.locator('.search-input').click();
	await page.keyboard.type('EADDR');
	await page.waitForTimeout(300);
	await page.keyboard.type('INUSE');
	await expect(options(page).first()).toContainText('EADDRINUSE');
	await expect(page.locator('.box-head')).toHaveText('This is it');
});

test('without the index the box says so and leads to the full text, which finds it', async ({
	page,
}) => {
	await page.route('**/api/v1/finder/*', (route) => route.abort());
	await page.goto('/');
	await type(page, 'EADDRINUSE');
	await expect(page.locator('.box-head')).toHaveText('The list of codes could not be loaded.');
	await page.getByRole('link', { name: 'Search the text of all guides' }).click();
	await expect(page.getByRole('main')).toContainText('The list of codes could not be loaded');
	await expect(page.locator('[data-results]').getByRole('listitem').first()).toContainText(
		'EADDRINUSE',
	);
});

test('without the script of the box the form leads to the results', async ({ page }) => {
	await page.route('**/_astro/search-box*', (route) => route.abort());
	await page.goto('/');
	await page.locator('.search-input').click();
	await page.keyboard.type('EADDRINUSE\n');
	await page.waitForURL('/search/?q=EADDRINUSE');
});

test('Ctrl+K goes to the box with Caps Lock on too, when the key says K', async ({ page }) => {
	await page.goto('/');
	await page.keyboard.press('Control+K');
	await expect(page.locator('.search-input')).toBeFocused();
});

test('the finder loads with the box, before there is a text', async ({ page }) => {
	const manifest = page.waitForResponse('**/finder/index.json');
	await page.goto('/');
	await page.locator('.search-input').focus();
	expect((await manifest).ok()).toBe(true);
	expect(page.workers()).toHaveLength(1);
});

test('without JavaScript the form leads to the search page, which says how to go on', async ({
	browser,
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto('/');
	await page.getByRole('searchbox').fill('EADDRINUSE');
	await page.keyboard.press('Enter');
	await page.waitForURL('/search/?q=EADDRINUSE');
	await expect(page.getByText('Searching needs JavaScript')).toBeVisible();
	await expect(page.getByText('Open a log file')).toBeHidden();
	await context.close();
});

test('the search page shows finder matches first and no guide twice', async ({ page }) => {
	await page.goto('/search/?q=EADDRINUSE');
	await expect(page.locator('[data-matches]').getByRole('listitem')).toHaveCount(1);
	await expect(page.locator('[data-results]').getByRole('listitem').first()).toBeVisible();
	const links = await page
		.locator('main li h3 a')
		.evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href')));
	expect(new Set(links).size).toBe(links.length);
});

test('a certain match on the search page has its quick answer', async ({ page }) => {
	await page.goto('/search/?q=EADDRINUSE');
	await expect(page.getByRole('heading', { level: 2, name: 'This is it' })).toBeVisible();
	await expect(page.locator('[data-answer]')).toContainText('Another process already listens');
});

test('results come while typing on the search page', async ({ page }) => {
	await page.goto('/search/');
	await page.getByRole('searchbox').click();
	await page.keyboard.type('EADDRINUSE');
	await expect(page.locator('[data-matches]').getByRole('listitem').first()).toContainText(
		'EADDRINUSE',
	);
	await page.keyboard.press('ArrowDown');
	await expect(page.locator('main li h3 a').first()).toBeFocused();
});

test('back and forward keep a paste, which is in no address', async ({ page }) => {
	await page.goto('/search/');
	await page.locator('.search-input').click();
	await paste(page, npmLog);
	await page.keyboard.press('Enter');
	await expect(page.locator('[data-certain]')).toContainText('npm has no permission');
	expect(page.url()).not.toMatch(/[?#]/);
	await page.locator('main li h3 a').first().click();
	await page.waitForURL('/errors/npm/eacces/');
	await page.goBack();
	await expect(page.locator('.search-input')).toHaveValue(npmLog);
	await expect(page.locator('[data-certain]')).toContainText('npm has no permission');
});

test('a paste is in a link only when the reader asks for one, and then not in the address for long', async ({
	page,
	context,
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('/search/');
	await page.locator('.search-input').click();
	await paste(page, npmLog);
	await page.getByRole('button', { name: 'Copy a link with your text' }).click();
	await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
	const link = await page.evaluate(() => navigator.clipboard.readText());
	expect(new URL(link).search).toBe('');
	await page.goto('/');
	await page.goto(link);
	await expect(page.locator('.search-input')).toHaveValue(npmLog);
	await expect(page.locator('[data-certain]')).toContainText('npm has no permission');
	expect(page.url()).not.toContain('#');
});

test('where nothing can be copied, the address of a search shows and stays within a phone', async ({
	page,
}) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await page.addInitScript(() => {
		navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
	});
	const query = 'ERR'.repeat(50);
	await page.goto(`/search/?q=${query}`);
	await page.getByRole('button', { name: 'Copy a link to this search' }).click();
	await expect(page.getByRole('button', { name: query })).toBeVisible();
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('a paste of a megabyte is matched without holding up the page', async ({ page }) => {
	await page.goto('/');
	await page.locator('.search-input').click();
	await expect(box(page)).toBeVisible();
	const line = '2026-11-24T10:00:00Z INFO request served in 12 ms for /items/42\n';
	const half = line.repeat(8000);
	await paste(page, `${half}Error: listen EADDRINUSE: address already in use :::3000\n${half}`);
	await expect(options(page).first()).toContainText('EADDRINUSE');
	await expect(options(page).first().locator('mark')).toContainText('EADDRINUSE');
});
