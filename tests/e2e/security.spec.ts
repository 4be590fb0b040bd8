import { expect, test, type Page } from '@playwright/test';
import { pageKinds, settle } from './page-kinds.ts';

/* Runs on the site as it is and on the site with analytics. */

declare global {
	interface Window {
		/** Put there by `watch`. */
		reportProblem: (problem: string) => void;
	}
}

/** Everything that a page does against its policy, and every error it prints. */
async function watch(page: Page): Promise<string[]> {
	const problems: string[] = [];
	await page.exposeFunction('reportProblem', (problem: string) => problems.push(problem));
	await page.addInitScript(() => {
		addEventListener('securitypolicyviolation', (event) => {
			window.reportProblem(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
		});
	});
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) problems.push(message.text());
	});
	page.on('pageerror', ({ message }) => problems.push(message));
	page.on('requestfailed', (request) => {
		const reason = request.failure()?.errorText ?? '';
		// Whoever goes on to the next page does not wait for the rest of this one; what a policy forbids says so.
		if (reason !== 'net::ERR_ABORTED') problems.push(`${request.url()} failed: ${reason}`);
	});
	return problems;
}

for (const [kind, path] of Object.entries({
	...pageKinds,
	'not found among guides': '/errors/nodejs/no-such-guide/',
	'not found among short addresses': '/e/no-such-code/',
})) {
	test(`${kind} does nothing that its policy forbids`, async ({ page }) => {
		const problems = await watch(page);
		await settle(page, path);
		// Chromium says that a document was not there, which it was not.
		const unexpected = problems.filter((problem) => !problem.includes('status of 404'));
		expect(unexpected).toEqual([]);
		const font = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
		expect(font).toContain('system-ui');
	});

	test(`${kind} comes with every header`, async ({ request }) => {
		const headers = (await request.get(path)).headers();
		expect(headers).toMatchObject({
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'no-referrer',
			'strict-transport-security': expect.stringMatching(/max-age=\d{8}/),
			'permissions-policy': expect.stringContaining('camera=()'),
			'cross-origin-opener-policy': 'same-origin',
			'x-frame-options': 'DENY',
		});
		// At an address below no folder of the site, the page has its policy in itself.
		if (kind === 'not found') expect(headers['content-security-policy']).toBeUndefined();
		else {
			expect(headers['content-security-policy']).toContain("default-src 'none'");
			expect(headers['content-security-policy']).not.toContain('unsafe-inline');
			expect(headers['content-security-policy']?.includes('wasm-unsafe-eval')).toBe(
				kind === 'search',
			);
			expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
		}
	});
}

test('a search from the first letter to the guide keeps to the policies', async ({
	page,
	context,
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const problems = await watch(page);
	const workers: string[] = [];
	page.on('worker', (worker) => workers.push(new URL(worker.url()).pathname));
	const field = page.getByLabel('Error code or message');
	await page.goto('/');
	await field.pressSequentially('EADDRINUSE', { delay: 20 });
	await expect(page.getByRole('option').first()).toContainText('EADDRINUSE');
	await field.fill('permission denied');
	await field.press('Enter');
	await page.waitForURL('**/search/**');
	const results = page.locator('[data-results]').getByRole('listitem');
	await expect(results.first()).toBeVisible();

	await page.evaluate(() =>
		navigator.clipboard.writeText(
			'npm error code 1\nError: listen EADDRINUSE: address already in use :::3000\n    at Server.setupListenHandle',
		),
	);
	await field.press('ControlOrMeta+A');
	await field.press('ControlOrMeta+V');
	await page.getByRole('main').getByRole('link', { name: 'EADDRINUSE' }).first().click();
	await page.waitForURL('**/errors/nodejs/eaddrinuse/');
	expect(problems).toEqual([]);
	// Both kinds of worker were made: the finder's, and Pagefind's, which compiles WebAssembly.
	expect(workers).toContain('/pagefind/pagefind-worker.js');
	expect(workers.filter((path) => path.startsWith('/_astro/'))).not.toEqual([]);
});

test('what is injected does not run', async ({ page }) => {
	await page.goto('/errors/nodejs/eaddrinuse/');
	const outcome = await page.evaluate(async () => {
		const violations: string[] = [];
		addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
			violations.push(effectiveDirective),
		);
		const attempt = (action: () => unknown): string => {
			try {
				action();
				return 'done';
			} catch (error) {
				return error instanceof Error ? error.name : 'thrown';
			}
		};
		const script = document.createElement('script');
		const style = document.createElement('style');
		style.textContent = 'body { color: red }';
		document.head.append(style);
		const frame = document.createElement('iframe');
		frame.src = 'https://example.com/';
		document.body.append(frame);
		const attempts = {
			html: attempt(() => (document.body.innerHTML = '<img src=x onerror="hacked = 1">')),
			script: attempt(() => (script.src = 'https://example.com/a.js')),
			text: attempt(() => (script.text = 'hacked = 1')),
			worker: attempt(() => new Worker('/pagefind/pagefind-worker.js')),
			// In a task of its own, as the browser lets its tools evaluate strings.
			code: await new Promise((done) =>
				setTimeout(() => done(attempt(() => (0, eval)('hacked = 1')))),
			),
			request: await fetch('https://example.com/').then(
				() => 'done',
				(error: unknown) => (error instanceof Error ? error.name : String(error)),
			),
		};
		await new Promise((done) => setTimeout(done, 200));
		return { attempts, violations: [...new Set(violations)].sort(), hacked: 'hacked' in window };
	});
	expect(outcome.attempts).toEqual({
		html: 'TypeError',
		script: 'TypeError',
		text: 'TypeError',
		worker: 'TypeError',
		code: 'EvalError',
		request: 'TypeError',
	});
	expect(outcome.hacked).toBe(false);
	expect(outcome.violations).toEqual(
		expect.arrayContaining([
			'connect-src',
			'frame-src',
			'require-trusted-types-for',
			'style-src-elem',
		]),
	);
});

test('the search page makes workers from addresses of this site alone', async ({ page }) => {
	await settle(page, pageKinds.search);
	const [own, foreign] = await page.evaluate(() =>
		['/pagefind/pagefind-worker.js', 'https://example.com/worker.js'].map((address) => {
			try {
				new Worker(address).terminate();
				return 'made';
			} catch (error) {
				return error instanceof Error ? error.name : 'thrown';
			}
		}),
	);
	expect(own).toBe('made');
	expect(foreign).toBe('TypeError');
});

test('files named by their content may be kept for ever, others are asked about', async ({
	page,
}) => {
	const requests: string[] = [];
	page.on('request', (request) => requests.push(request.url()));
	await settle(page, pageKinds.search);
	for (const url of requests) {
		const { 'cache-control': caching } = (await page.request.get(url)).headers();
		const hashed = /\/_astro\/|\/finder\/files\/|\.pf_(?:fragment|index|meta|filter)\b/.test(url);
		expect(caching, url).toContain(hashed ? 'immutable' : 'max-age=0');
	}
});

test('an address without its last slash leads to the one with it, and keeps the query', async ({
	page,
}) => {
	await page.goto('/search?q=EADDRINUSE');
	await expect(page).toHaveURL('/search/?q=EADDRINUSE');
});

test('the headers themselves are not a page of the site', async ({ request }) => {
	expect((await request.get('/_headers')).status()).toBe(404);
});
