import { mkdirSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from '@playwright/test';
import { ChildError, endChildren } from './child.ts';
import { judgeFinder, judgePagefind, readLabelled } from './finder/accuracy.ts';
import {
	measureBrowserLookUps,
	measureBrowserPagefind,
	measureBrowserPaste,
	openBrowser,
} from './finder/browser.ts';
import { typicalError, type LookUpKind } from './finder/inputs.ts';
import { measureLinearity } from './finder/linearity.ts';
import { makeLog } from './finder/log.ts';
import { lookUpsOf, measureLookUps } from './finder/look-ups.ts';
import { readOptions, usage, type Options } from './finder/options.ts';
import { IndexFiles } from './finder/reads.ts';
import type { Result, SiteResult } from './finder/result.ts';
import { serveSite } from './finder/server.ts';
import { prepareSite, type Site } from './finder/site.ts';
import { formatResult } from './finder/table.ts';
import { indexPages } from './pagefind.ts';
import { createFolder } from './project.ts';
import { Random } from './random.ts';

const source = join(import.meta.dirname, '..', '..');
/** Above this many guides a whole site takes minutes to build. */
const mostBuilt = 1000;
const browserKinds: readonly LookUpKind[] = ['hex', 'symbol', 'sentence', 'paste'];
const pasteLengths = [1_000_000, 5_000_000];

function say(text: string): void {
	console.error(text);
}

async function present<Value>(values: readonly Promise<Value | undefined>[]): Promise<Value[]> {
	const all = await Promise.all(values);
	return all.filter((value) => value !== undefined);
}

/** One after the other, as two at once would disturb each other's times. */
async function inTurn<Item, Value>(
	items: readonly Item[],
	measure: (item: Item) => Promise<Value | undefined>,
): Promise<readonly Value[]> {
	const values: Value[] = [];
	for (const item of items) values.push(...(await present([measure(item)])));
	return values;
}

type BrowserResult = Pick<SiteResult, 'browserLookUps' | 'browserPastes' | 'pagefind'>;

async function measureInBrowser(
	browser: Browser,
	site: Site,
	dist: string,
	{ rounds, seed }: Options,
): Promise<BrowserResult> {
	const server = await serveSite(dist, site.index);
	try {
		const lookUps = lookUpsOf(site, seed);
		const { line, guides } = typicalError(site.guides, new Random(seed));
		return {
			browserLookUps: await inTurn(browserKinds, (kind) =>
				measureBrowserLookUps(browser, server, lookUps, kind, rounds),
			),
			browserPastes: await inTurn(pasteLengths, (length) => {
				const log = makeLog(new Random(seed), length, line);
				return measureBrowserPaste(browser, server, log, guides, rounds);
			}),
			pagefind: site.isFull
				? await inTurn(browserKinds, (kind) =>
						measureBrowserPagefind(browser, server, lookUps, kind, rounds, site.guides.length),
					)
				: [],
		};
	} finally {
		await server.close();
	}
}

async function judge(site: Site): Promise<SiteResult['accuracy']> {
	if (site.size !== 'real' || !site.dist) return undefined;
	const labelled = readLabelled(source);
	// The site's own index is without the words that its search never asks for.
	const ofPages = 'pagefind-of-pages';
	await indexPages(source, site.dist, ofPages);
	const server = await serveSite(site.dist, site.index);
	try {
		return {
			finder: await judgeFinder(new IndexFiles(site.index), labelled),
			pagefind: await judgePagefind(site.dist, ofPages, server.origin, labelled),
		};
	} finally {
		await server.close();
	}
}

async function measureSite(
	site: Site,
	/** Pages for the index of a site that has none of its own. */
	pages: string,
	browser: Browser | undefined,
	options: Options,
): Promise<SiteResult> {
	const { rounds, seed } = options;
	const files = new IndexFiles(site.index);
	say(`${site.size} guides: index and look-ups`);
	const index = files.measure();
	const lookUps = await measureLookUps(files, lookUpsOf(site, seed));
	const { line } = typicalError(site.guides, new Random(seed));
	const linearity = await measureLinearity(files, line, rounds);
	const accuracy = await judge(site);
	if (browser) say(`${site.size} guides: browser`);
	const none: BrowserResult = { browserLookUps: [], browserPastes: [], pagefind: [] };
	return {
		size: site.size,
		guides: site.guides.length,
		isFull: site.isFull,
		index,
		lookUps,
		linearity,
		...(browser ? await measureInBrowser(browser, site, site.dist ?? pages, options) : none),
		...(accuracy && { accuracy }),
	};
}

async function measure(options: Options, folder: string): Promise<Result> {
	const { seed, rounds } = options;
	const sites: Site[] = [];
	for (const size of ['real', ...options.sizes] as const) {
		say(`${size} guides: building in ${folder}`);
		const full = size === 'real' || size <= mostBuilt || options.full;
		sites.push(await prepareSite({ source, folder, size, seed, full }));
	}
	const pages = sites.find(({ dist }) => dist !== undefined)?.dist ?? '';
	const browser = options.browser ? await openBrowser() : undefined;
	const before = loadavg()[0] ?? 0;
	try {
		const results = await inTurn(sites, (site) => measureSite(site, pages, browser, options));
		const after = loadavg()[0] ?? 0;
		return { seed, rounds, node: process.version, load: [before, after], sites: results };
	} finally {
		await browser?.close();
	}
}

async function run(options: Options): Promise<number> {
	const folder = options.folder === undefined ? createFolder() : resolve(options.folder);
	mkdirSync(folder, { recursive: true });
	const clean = () => {
		endChildren();
		if (options.folder === undefined)
			rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	};
	const interrupted = (signal: NodeJS.Signals) => {
		say(`${signal}: stopped before the end`);
		clean();
		process.exit(130);
	};
	process.once('SIGINT', interrupted);
	process.once('SIGTERM', interrupted);
	try {
		const result = await measure(options, folder);
		console.log(options.json ? JSON.stringify(result, null, '\t') : formatResult(result));
		return 0;
	} catch (error) {
		if (!(error instanceof ChildError)) throw error;
		console.error(error.message);
		return 2;
	} finally {
		clean();
	}
}

function parseOptions(): Options | undefined | 'wrong' {
	try {
		return readOptions(process.argv.slice(2));
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		console.error(`${error.message}\n\n${usage}`);
		return 'wrong';
	}
}

const options = parseOptions();
if (options === 'wrong') process.exitCode = 2;
else if (options) process.exitCode = await run(options);
else console.log(usage);
