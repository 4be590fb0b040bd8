import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { isDeep } from '../deep.ts';
import { paste } from './paste.ts';

/** Queries as hostile as they come, from a fixed seed, so that a failure can be had again. */
const hostile = fc.sample(
	fc.oneof(
		fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
		fc
			.array(
				fc.constantFrom(
					'<img src=x onerror=window.hacked=1>',
					'<script>window.hacked=1</script>',
					'"><svg onload=window.hacked=1>',
					'javascript:window.hacked=1',
					'{{constructor.constructor("window.hacked=1")()}}',
					'${window.hacked=1}',
					'EACCES',
					'0x80070005',
					'__proto__',
					'\u202E',
					'\u0000',
					'\uD800',
					'\n',
					'&lt;mark&gt;',
					'<mark>',
					'%00',
					'../',
					'\u001B[31m',
				),
				{ minLength: 1, maxLength: 12 },
			)
			.map((parts) => parts.join(' ')),
	),
	{ numRuns: isDeep ? 500 : 20, seed: 20261124 },
);

for (const path of ['/', '/search/']) {
	test(`hostile queries on ${path} execute nothing and break nothing`, async ({ page }) => {
		test.setTimeout(isDeep ? 300_000 : 120_000);
		const problems: string[] = [];
		page.on('pageerror', (error) => problems.push(error.message));
		page.on('dialog', (dialog) => problems.push(dialog.message()));
		page.on('console', (message) => {
			if (message.type() === 'error') problems.push(message.text());
		});
		await page.addInitScript(() => {
			addEventListener('securitypolicyviolation', (event) =>
				console.error(`policy: ${event.violatedDirective}`),
			);
		});
		await page.goto(path);
		await page.locator('.search-input').click();
		for (const text of hostile) {
			await page.locator('.search-input').evaluate((field, value) => {
				if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
				field.value = value;
				field.dispatchEvent(new Event('input', { bubbles: true }));
			}, text);
			await page.waitForTimeout(60);
			await paste(page, `${text}\n${text}`);
			await page.waitForTimeout(60);
		}
		await page.waitForTimeout(800);
		expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
		expect(await page.locator('script, iframe, object, embed').count()).toBeLessThan(6);
		expect(problems).toEqual([]);
		// And it still works.
		await page.goto(path);
		await page.locator('.search-input').click();
		await page.keyboard.type('EADDRINUSE');
		await expect(page.locator('.box-option, [data-matches] li').first()).toContainText(
			'EADDRINUSE',
		);
	});
}
