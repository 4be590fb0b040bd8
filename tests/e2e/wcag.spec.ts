import { expect, test, type Page } from '@playwright/test';
import { pageKinds, settle } from './page-kinds.ts';

/*
 * WCAG 2.2 AA where axe cannot look: zoom, text spacing, forced colours, motion, target size, focus, landmarks, names.
 * The page about accessibility says what is tested; this is where.
 */

const kinds = Object.entries(pageKinds);

/** Parts that are wider than the window, or that cut off their own text. */
async function overflows(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const label = (element: Element) =>
			`${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.trim().slice(0, 40)}`;
		const room = document.documentElement.clientWidth;
		const faults: string[] = [];
		if (document.documentElement.scrollWidth > room)
			faults.push(`the page is ${document.documentElement.scrollWidth} of ${room} px wide`);
		for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
			const { overflowX, overflowY, display } = getComputedStyle(element);
			// Out of sight on purpose, or a box whose text scrolls as one writes.
			if (element.closest('.visually-hidden, .skip, input') || display === 'inline') continue;
			const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
			const cutsWidth = cuts(overflowX) && element.scrollWidth > element.clientWidth + 1;
			const cutsHeight = cuts(overflowY) && element.scrollHeight > element.clientHeight + 1;
			if (cutsWidth || cutsHeight) faults.push(`cut off: ${label(element)}`);
		}
		return faults;
	});
}

test.describe('zoom and text spacing', () => {
	// The styles of a reader's own are put in by the test, which the policy of the site forbids to a page.
	test.use({ bypassCSP: true });

	for (const [kind, path] of kinds) {
		test(`${kind} loses nothing at 200 % and at 400 %`, async ({ page }) => {
			for (const [width, height] of [
				[640, 512],
				[320, 256],
			] as const) {
				await page.setViewportSize({ width, height });
				await settle(page, path);
				expect(await overflows(page), `${width} px`).toEqual([]);
			}
		});
	}

	for (const [kind, path] of kinds) {
		test(`${kind} loses nothing with the text spacing of a reader`, async ({ page }) => {
			for (const width of [360, 1280]) {
				await page.setViewportSize({ width, height: 720 });
				await settle(page, path);
				await page.addStyleTag({
					content:
						'* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
						'p { margin-block-end: 2em !important }',
				});
				expect(await overflows(page)).toEqual([]);
			}
		});
	}
});

for (const [kind, path] of kinds) {
	test(`${kind} has targets of 24 px, or that much room around them`, async ({ page }) => {
		for (const width of [320, 1280]) {
			await page.setViewportSize({ width, height: 720 });
			await settle(page, path);
			const faults = await page.evaluate(() => {
				const isInText = (element: Element) => {
					// A link in a sentence may be as high as its line.
					if (getComputedStyle(element).display !== 'inline') return false;
					const block = element.closest('p, li, dd, td, h1, h2, h3, h4');
					const around = block?.textContent.replace(element.textContent, '').trim();
					return Boolean(around);
				};
				const targets = [
					...document.querySelectorAll<HTMLElement>(
						'a[href], button, input, summary, [tabindex="0"]',
					),
				]
					.filter((element) => element.checkVisibility() && !element.matches('.skip'))
					.map((element) => ({
						element,
						// The label of a box is as much of a target.
						box: (element.closest('label') ?? element).getBoundingClientRect(),
					}));
				const isSmall = ({ box }: (typeof targets)[number]) => box.width < 24 || box.height < 24;
				const distance = (x: number, y: number, box: DOMRect) =>
					Math.hypot(
						Math.max(box.left - x, 0, x - box.right),
						Math.max(box.top - y, 0, y - box.bottom),
					);
				return targets
					.filter((target) => isSmall(target) && !isInText(target.element))
					.filter(({ element, box }) => {
						const x = box.left + box.width / 2;
						const y = box.top + box.height / 2;
						return targets.some((other) => {
							if (other.element === element || other.element.contains(element)) return false;
							const middle = Math.hypot(
								other.box.left + other.box.width / 2 - x,
								other.box.top + other.box.height / 2 - y,
							);
							return distance(x, y, other.box) < 12 || (isSmall(other) && middle < 24);
						});
					})
					.map(
						({ element, box }) =>
							`${element.className} "${element.textContent.trim().slice(0, 30)}": ${Math.round(box.width)} × ${Math.round(box.height)}`,
					);
			});
			expect(faults, `${width} px`).toEqual([]);
		}
	});
}

for (const [kind, path] of kinds) {
	test(`${kind} shows where the focus is and never hides it`, async ({ page }) => {
		// Smooth scrolling would still be under way.
		await page.emulateMedia({ reducedMotion: 'reduce' });
		for (const [width, height] of [
			[1280, 720],
			[320, 256],
		] as const) {
			await page.setViewportSize({ width, height });
			await settle(page, path);
			const faults: string[] = [];
			for (let presses = 0; presses < 60; presses += 1) {
				await page.keyboard.press('Tab');
				const fault = await page.evaluate(() => {
					const focused = document.activeElement;
					if (!focused || focused === document.body) return 'end';
					const name = `${focused.tagName} ${focused.className} "${focused.textContent.trim().slice(0, 30)}"`;
					const { outlineStyle, outlineWidth } = getComputedStyle(focused);
					if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return `${name}: no outline`;
					const boxes = [...focused.getClientRects()];
					const isSeen = boxes.some((box) => {
						const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
						const y = box.top + box.height / 2;
						if (box.width === 0 || y < 0 || y > innerHeight) return false;
						const found = document.elementFromPoint(x, y);
						return found !== null && (focused.contains(found) || found.contains(focused));
					});
					return isSeen ? undefined : `${name}: hidden`;
				});
				if (fault === 'end') break;
				if (fault) faults.push(fault);
			}
			expect(faults, `${width} px`).toEqual([]);
		}
	});
}

/** Each landmark is there once, or has a name of its own. */
async function checkLandmarks(page: Page): Promise<void> {
	await expect(page.getByRole('banner')).toHaveCount(1);
	await expect(page.getByRole('main')).toHaveCount(1);
	await expect(page.getByRole('contentinfo')).toHaveCount(1);
	await expect(page.getByRole('search')).toHaveCount(1);
	const names = await page.getByRole('navigation').evaluateAll((elements) =>
		elements.map((element) => {
			const title = document.getElementById(element.getAttribute('aria-labelledby') ?? '');
			return title?.textContent.trim() ?? element.getAttribute('aria-label') ?? '';
		}),
	);
	expect(names).not.toContain('');
	expect([...new Set(names)]).toEqual(names);
}

/** The outline begins with the one heading of the page, and skips no level. */
async function checkOutline(page: Page): Promise<void> {
	const headings = await page.getByRole('heading').evaluateAll((elements) =>
		elements.map((element) => ({
			level: Number(element.tagName.slice(1)),
			text: element.textContent.trim(),
		})),
	);
	const levels = headings.map(({ level }) => level);
	expect(levels[0]).toBe(1);
	expect(levels.filter((level) => level === 1)).toHaveLength(1);
	expect(headings.filter(({ text }) => text === '')).toEqual([]);
	expect(
		headings.filter(({ level }, index) => index > 0 && level > levels[index - 1]! + 1),
	).toEqual([]);
}

/** No two links of one name and place lead to different pages. */
async function checkLinks(page: Page): Promise<void> {
	const links = await page.getByRole('link').evaluateAll((elements) => {
		const clean = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
		return elements.map((element) => ({
			name: clean(element.getAttribute('aria-label') ?? element.textContent),
			// What a screen reader can tell of where a link stands.
			place: ['tr, li', 'section', 'nav']
				.map((part) => {
					const around = element.closest(part);
					const title = around?.getAttribute('aria-labelledby') ?? '';
					return part === 'tr, li'
						? clean(around?.textContent)
						: (document.getElementById(title)?.textContent ?? around?.getAttribute('aria-label'));
				})
				.join(' / '),
			href: (element as HTMLAnchorElement).href,
		}));
	});
	expect(links.filter(({ name }) => !name)).toEqual([]);
	const alike = Map.groupBy(links, ({ name, place }) => `${name} in ${place}`);
	const ambiguous = [...alike].filter(([, same]) => new Set(same.map(({ href }) => href)).size > 1);
	expect(ambiguous).toEqual([]);
}

/** Controls keep an edge and the focus its outline. */
async function checkForcedColours(page: Page): Promise<void> {
	await page.emulateMedia({ forcedColors: 'active' });
	const faults = await page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('button, input, summary, a[href]')]
			.filter((element) => element.checkVisibility())
			.flatMap((element) => {
				const name = `${element.tagName} ${element.className}`;
				const style = getComputedStyle(element);
				if (style.forcedColorAdjust !== 'auto') return [`${name}: colours of its own`];
				if (style.color === style.backgroundColor) return [`${name}: text on its own colour`];
				const hasEdge =
					parseFloat(style.borderTopWidth) > 0 || style.textDecorationLine === 'underline';
				// The browser draws boxes and buttons to choose by itself; a label stands for a hidden field.
				const needsEdge = element.matches(
					'button, input:not([type="checkbox"], [type="radio"], .visually-hidden)',
				);
				return needsEdge && !hasEdge ? [`${name}: no edge`] : [];
			}),
	);
	expect(faults).toEqual([]);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	const outline = await page.evaluate(() => {
		const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
		return `${outlineStyle} ${outlineWidth}`;
	});
	expect(outline).toBe('solid 3px');
}

/** Nothing moves for whoever wants no motion. */
async function checkMotion(page: Page): Promise<void> {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const moving = await page.evaluate(() =>
		[document.documentElement, ...document.body.querySelectorAll('*')]
			.filter((element) => {
				const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
				return (
					/[1-9]/.test(transitionDuration) ||
					animationName !== 'none' ||
					scrollBehavior === 'smooth'
				);
			})
			.map(({ tagName, className }) => `${tagName} ${className}`),
	);
	expect(moving).toEqual([]);
}

for (const [kind, path] of kinds) {
	test(`${kind} has landmarks, an outline and link names, and keeps to what a reader prefers`, async ({
		page,
	}) => {
		await settle(page, path);
		await checkLandmarks(page);
		await checkOutline(page);
		await checkLinks(page);
		await checkForcedColours(page);
		await checkMotion(page);
	});
}
