import { chromium, type Browser, type Page } from '@playwright/test';
import { finderPath } from '#finder/index-shape.ts';
import { searchPartPaths } from '#lib/search-parts.ts';
import { findBrowser } from '../../browser.ts';
import { median } from '../statistics.ts';
import type { LookUp, LookUpKind } from './inputs.ts';
import { installProbe, type Probe } from './probe.ts';
import type { Server } from './server.ts';

/** A look-up in the box of the home page, with nothing of the finder loaded but the box; medians, in milliseconds. */
export interface BrowserLookUp {
	readonly kind: LookUpKind;
	/** Of the index, up to the result, by the browser's own network log. */
	readonly indexRequests: number;
	readonly indexBytes: number;
	/** All that was sent between the key and the result, the worker's script included. */
	readonly requests: number;
	readonly bytes: number;
	readonly lastByteToShownMs: number;
	readonly keyToShownMs: number;
	/** The next look-up on the same page, of another code. */
	readonly nextKeyToShownMs: number;
}

/** A pasted log; medians, in milliseconds. */
export interface BrowserPaste {
	readonly length: number;
	/** From the question to the worker's answer: the first on a page, with the files of the index that it loads. */
	readonly firstMs: number;
	/** The same log once more: no file is loaded. */
	readonly nextMs: number;
	readonly keyToShownMs: number;
	readonly longestTaskMs: number;
	readonly longestWaitMs: number;
	readonly isFound: boolean;
}

export async function openBrowser(): Promise<Browser> {
	return chromium.launch({
		executablePath: findBrowser(),
		// Chromium has no sandbox for root; the other switches keep it from calling its maker.
		args: [
			...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--no-first-run',
		],
	});
}

/** Runs `use` on a new page of a browser that has no cache. */
async function withPage<Value>(
	browser: Browser,
	server: Server,
	path: string,
	use: (page: Page) => Promise<Value>,
): Promise<Value> {
	const context = await browser.newContext({
		permissions: ['clipboard-read', 'clipboard-write'],
	});
	try {
		await context.addInitScript(installProbe);
		const page = await context.newPage();
		await page.goto(server.origin + path);
		return await use(page);
	} finally {
		await context.close();
	}
}

const field = '[data-search-box] [name="q"], [data-search-box] textarea';

/** The box as it is once the reader has gone to it. */
async function focusBox(page: Page): Promise<void> {
	await page.locator('[data-search-box] [name="q"]').first().focus();
	await page.locator('[data-search-box] [role="combobox"]').first().waitFor();
	await page.waitForLoadState('networkidle');
}

interface Shown extends Probe {
	readonly timeOrigin: number;
}

async function waitForResult(page: Page): Promise<Shown> {
	const state = await page.waitForFunction(
		() => {
			if (window.finderProbe.shown > 0) return 'shown';
			// An answer without guides, or a file that did not load, shows no list.
			const { answered, pressed } = window.finderProbe;
			const head = document.querySelector('.box-panel:not([hidden]) .box-head')?.textContent;
			return answered > pressed && !document.querySelector('.box-option') ? head : undefined;
		},
		undefined,
		{ timeout: 120_000 },
	);
	const seen = await state.jsonValue();
	if (seen !== 'shown') throw new Error(`The box found nothing in the browser: ${seen}`);
	return page.evaluate(() => ({ ...window.finderProbe, timeOrigin: performance.timeOrigin }));
}

function resetProbe(page: Page): Promise<void> {
	return page.evaluate(() => {
		const probe = window.finderProbe;
		probe.shown = 0;
		probe.longestTask = 0;
		probe.longestWait = 0;
	});
}

/** Types a text whose last key is the one that counts: what stands before it is there without a look-up. */
async function type(page: Page, text: string): Promise<Shown> {
	await page
		.locator(field)
		.first()
		.evaluate(
			(node, start) => {
				if (node instanceof HTMLInputElement) node.value = start;
			},
			text.slice(0, -1),
		);
	await page.locator(field).first().press('End');
	await resetProbe(page);
	await page.keyboard.type(text.slice(-1));
	return waitForResult(page);
}

async function paste(page: Page, text: string): Promise<Shown> {
	await page.evaluate((written) => navigator.clipboard.writeText(written), text);
	await resetProbe(page);
	await page.keyboard.press('Control+V');
	return waitForResult(page);
}

interface Loaded {
	readonly path: string;
	readonly bytes: number;
	/** In milliseconds of the epoch. */
	readonly end: number;
}

/** What the worker loaded of the index, as the browser notes it. */
async function loadedByWorker(page: Page): Promise<readonly Loaded[]> {
	const [worker] = page.workers();
	const entries = await worker?.evaluate(() =>
		performance.getEntriesByType('resource').flatMap((entry) => {
			if (!(entry instanceof PerformanceResourceTiming)) return [];
			const { name, encodedBodySize, responseEnd } = entry;
			return { name, bytes: encodedBodySize, end: performance.timeOrigin + responseEnd };
		}),
	);
	return (entries ?? []).flatMap(({ name, bytes, end }) => {
		const path = new URL(name).pathname;
		return path.startsWith(finderPath) ? { path, bytes, end } : [];
	});
}

async function lookUpOnce(
	browser: Browser,
	server: Server,
	lookUp: LookUp,
	next: LookUp,
): Promise<BrowserLookUp> {
	return withPage(browser, server, '/', async (page) => {
		await focusBox(page);
		const enter = lookUp.kind === 'paste' ? paste : type;
		server.takeLog();
		const { timeOrigin, pressed, answered, shown } = await enter(page, lookUp.text);
		const sent = server.takeLog();
		// The quick answer is fetched after the result.
		const loaded = (await loadedByWorker(page)).filter(({ end }) => end <= timeOrigin + answered);
		const sum = (list: readonly { readonly bytes: number }[]) =>
			list.reduce((total, { bytes }) => total + bytes, 0);
		const lastByte = Math.max(...loaded.map(({ end }) => end));
		if (lookUp.kind === 'paste') await page.keyboard.press('Control+A');
		const later = await enter(page, next.text);
		return {
			kind: lookUp.kind,
			indexRequests: loaded.length,
			indexBytes: sum(loaded),
			requests: sent.length,
			bytes: sum(sent),
			lastByteToShownMs: timeOrigin + shown - lastByte,
			keyToShownMs: shown - pressed,
			nextKeyToShownMs: later.shown - later.pressed,
		};
	});
}

function medianOf<Item>(items: readonly Item[], value: (item: Item) => number): number {
	return median(items.map(value));
}

/** Each round looks for the next of the texts, so that the figures are not those of one code. */
export async function measureBrowserLookUps(
	browser: Browser,
	server: Server,
	lookUps: readonly LookUp[],
	kind: LookUpKind,
	rounds: number,
): Promise<BrowserLookUp | undefined> {
	const texts = lookUps.filter((lookUp) => lookUp.kind === kind).slice(0, rounds + 1);
	if (texts.length < 2) return undefined;
	const all: BrowserLookUp[] = [];
	for (let round = 0; round < rounds; round += 1) {
		const first = texts[round % texts.length]!; // Not empty, as seen above.
		const next = texts[(round + 1) % texts.length]!;
		// The server compresses a file when it is asked for first; that is no time of the finder.
		await lookUpOnce(browser, server, first, next);
		all.push(await lookUpOnce(browser, server, first, next));
	}
	return {
		kind,
		indexRequests: medianOf(all, (one) => one.indexRequests),
		indexBytes: medianOf(all, (one) => one.indexBytes),
		requests: medianOf(all, (one) => one.requests),
		bytes: medianOf(all, (one) => one.bytes),
		lastByteToShownMs: medianOf(all, (one) => one.lastByteToShownMs),
		keyToShownMs: medianOf(all, (one) => one.keyToShownMs),
		nextKeyToShownMs: medianOf(all, (one) => one.nextKeyToShownMs),
	};
}

async function pasteOnce(
	browser: Browser,
	server: Server,
	text: string,
	guides: ReadonlySet<string>,
): Promise<BrowserPaste> {
	return withPage(browser, server, '/', async (page) => {
		await focusBox(page);
		const first = await paste(page, text);
		const hrefs = await page
			.locator('.box-option')
			.evaluateAll((nodes) =>
				nodes.map((node) => (node instanceof HTMLElement ? (node.dataset['href'] ?? '') : '')),
			);
		await page.keyboard.press('Delete');
		const next = await paste(page, text);
		return {
			length: text.length,
			firstMs: first.answered - first.asked,
			nextMs: next.answered - next.asked,
			keyToShownMs: first.shown - first.pressed,
			longestTaskMs: Math.max(first.longestTask, next.longestTask),
			longestWaitMs: Math.max(first.longestWait, next.longestWait),
			isFound: guides.has(/^\/errors\/(.+)\/$/.exec(hrefs[0] ?? '')?.[1] ?? ''),
		};
	});
}

export async function measureBrowserPaste(
	browser: Browser,
	server: Server,
	text: string,
	guides: ReadonlySet<string>,
	rounds: number,
): Promise<BrowserPaste> {
	await pasteOnce(browser, server, text, guides);
	const all: BrowserPaste[] = [];
	for (let round = 0; round < rounds; round += 1)
		all.push(await pasteOnce(browser, server, text, guides));
	return {
		length: text.length,
		firstMs: medianOf(all, (one) => one.firstMs),
		nextMs: medianOf(all, (one) => one.nextMs),
		keyToShownMs: medianOf(all, (one) => one.keyToShownMs),
		longestTaskMs: medianOf(all, (one) => one.longestTaskMs),
		longestWaitMs: medianOf(all, (one) => one.longestWaitMs),
		isFound: all.every(({ isFound }) => isFound),
	};
}

/** Pagefind as its own documentation uses it: loaded, asked, the first result read. */
export interface BrowserPagefind {
	readonly kind: LookUpKind;
	readonly requests: number;
	readonly bytes: number;
	readonly firstMs: number;
	readonly nextMs: number;
}

interface PlainPagefind {
	mergeIndex(path: string): Promise<void>;
	search(term: string): Promise<{ readonly results: readonly { data(): Promise<unknown> }[] }>;
}

async function searchPagefind(
	page: Page,
	text: string,
	otherParts: readonly string[],
): Promise<number> {
	return page.evaluate(
		async ([term, others]) => {
			const started = performance.now();
			const address = '/pagefind/pagefind.js';
			// Pagefind's own file, whose types are not published with it.
			const pagefind = (await import(address)) as PlainPagefind;
			await Promise.all(others.map((path) => pagefind.mergeIndex(path)));
			const { results } = await pagefind.search(term);
			await results[0]?.data();
			return performance.now() - started;
		},
		[text, otherParts] as const,
	);
}

export async function measureBrowserPagefind(
	browser: Browser,
	server: Server,
	lookUps: readonly LookUp[],
	kind: LookUpKind,
	rounds: number,
	guides: number,
): Promise<BrowserPagefind | undefined> {
	const [, ...otherParts] = searchPartPaths(guides);
	const texts = lookUps.filter((lookUp) => lookUp.kind === kind).slice(0, rounds + 1);
	if (texts.length < 2) return undefined;
	const once = (first: LookUp, next: LookUp) =>
		withPage(browser, server, '/about/', async (page) => {
			await page.waitForLoadState('networkidle');
			server.takeLog();
			const firstMs = await searchPagefind(page, first.text, otherParts);
			const sent = server.takeLog();
			return {
				requests: sent.length,
				bytes: sent.reduce((sum, { bytes }) => sum + bytes, 0),
				firstMs,
				nextMs: await searchPagefind(page, next.text, []),
			};
		});
	const all = [];
	for (let round = 0; round < rounds; round += 1) {
		const first = texts[round % texts.length]!; // Not empty, as seen above.
		const next = texts[(round + 1) % texts.length]!;
		await once(first, next);
		all.push(await once(first, next));
	}
	return {
		kind,
		requests: medianOf(all, (one) => one.requests),
		bytes: medianOf(all, (one) => one.bytes),
		firstMs: medianOf(all, (one) => one.firstMs),
		nextMs: medianOf(all, (one) => one.nextMs),
	};
}
