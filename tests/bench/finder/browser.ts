import { chromium, type Page } from '@playwright/test';
import { createSiteServer, listen } from '#cli/site-server.ts';
import { finderPath } from '#finder/index-shape.ts';
import { basePath } from '#lib/url.ts';
import { launchOptions } from '../../browser.ts';
import { medianFigures, type Figure } from '../report.ts';
import { lookUpKinds, type LookUp } from './inputs.ts';
import { installProbe, type Probe } from './probe.ts';

const field = '[data-search-box] [name="q"], [data-search-box] textarea';

type Shown = Probe & { readonly timeOrigin: number };

/** Does something that makes the box show a result, and waits for that. */
async function untilShown(page: Page, act: () => Promise<void>): Promise<Shown> {
	await page.evaluate(() => Object.assign(window.finderProbe, { shown: 0, longestTask: 0 }));
	await act();
	await page.waitForFunction(() => window.finderProbe.shown > 0);
	return page.evaluate(() => ({ ...window.finderProbe, timeOrigin: performance.timeOrigin }));
}

/** Types a text whose last key is the one that counts: what stands before it is there without a look-up. */
async function type(page: Page, text: string): Promise<Shown> {
	const input = page.locator(field).first();
	await input.evaluate(
		(node, start) => {
			if (node instanceof HTMLInputElement) node.value = start;
		},
		text.slice(0, -1),
	);
	await input.press('End');
	return untilShown(page, () => page.keyboard.type(text.slice(-1)));
}

async function paste(page: Page, text: string): Promise<Shown> {
	await page.evaluate((written) => navigator.clipboard.writeText(written), text);
	return untilShown(page, () => page.keyboard.press('Control+V'));
}

/** When the last byte of the index arrived that an answer needed; the quick answer is fetched after it. */
async function lastByteOf(page: Page, answered: number): Promise<number> {
	const [worker] = page.workers();
	const ends = await worker?.evaluate(
		([path, latest]) =>
			performance.getEntriesByType('resource').flatMap((entry) => {
				if (!(entry instanceof PerformanceResourceTiming) || !entry.name.includes(path)) return [];
				const end = performance.timeOrigin + entry.responseEnd;
				return end <= latest ? end : [];
			}),
		[finderPath, answered] as const,
	);
	return Math.max(...(ends ?? []));
}

async function measureLookUp(page: Page, { kind, text }: LookUp): Promise<readonly Figure[]> {
	const enter = kind === 'paste' ? paste : type;
	const { timeOrigin, pressed, answered, shown } = await enter(page, text);
	const lastByte = (await lastByteOf(page, timeOrigin + answered)) - timeOrigin;
	return [
		{
			what: `${kind}: from the last byte to the result`,
			value: shown - lastByte,
			unit: 'ms',
			budget: kind === 'code' ? 50 : undefined,
		},
		{ what: `${kind}: from the key to the result`, value: shown - pressed, unit: 'ms' },
	];
}

async function measureLog(page: Page, log: string): Promise<readonly Figure[]> {
	const first = await paste(page, log);
	await page.keyboard.press('Delete');
	const next = await paste(page, log);
	const longest = Math.max(first.longestTask, next.longestTask);
	const inWorker = ({ asked, answered }: Shown) => answered - asked;
	return [
		{ what: '1 MB log: worker, first time', value: inWorker(first), unit: 'ms', budget: 200 },
		{ what: '1 MB log: worker, again', value: inWorker(next), unit: 'ms' },
		{ what: '1 MB log: longest task (0: below 50)', value: longest, unit: 'ms', budget: 50 },
	];
}

/** Each look-up with nothing loaded but the box of the home page. */
export async function measureInBrowser(
	site: string,
	lookUps: readonly LookUp[],
	log: string,
	rounds: number,
): Promise<readonly Figure[]> {
	const server = createSiteServer(site);
	const port = await listen(server, 0);
	const browser = await chromium.launch(launchOptions());
	const onNewPage = async (use: (page: Page) => Promise<readonly Figure[]>) => {
		const permissions = ['clipboard-read', 'clipboard-write'];
		const context = await browser.newContext({ permissions });
		await context.addInitScript(installProbe);
		const page = await context.newPage();
		await page.goto(`http://127.0.0.1:${port}${basePath}`);
		await page.locator(field).first().focus();
		await page.getByRole('combobox').first().waitFor();
		await page.waitForLoadState('networkidle');
		const figures = await use(page);
		await context.close();
		return figures;
	};
	const figures: (readonly Figure[])[] = [];
	for (let round = 0; round < rounds; round += 1) {
		const ofRound: Figure[] = [];
		for (const kind of lookUpKinds) {
			const ofKind = lookUps.filter((lookUp) => lookUp.kind === kind);
			const lookUp = ofKind[round % ofKind.length];
			if (lookUp) ofRound.push(...(await onNewPage((page) => measureLookUp(page, lookUp))));
		}
		ofRound.push(...(await onNewPage((page) => measureLog(page, log))));
		figures.push(ofRound);
	}
	await browser.close();
	server.close();
	return medianFigures(figures);
}
