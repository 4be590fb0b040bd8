import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from './site.ts';

export interface Site {
	readonly folder: string;
	readonly pages: readonly Page[];
	/** The folder of its origin that it is served from. */
	readonly base: string;
}

function idsOf(page: Page): ReadonlySet<string> {
	return new Set(page.elements.flatMap(({ attributes }) => attributes['id'] ?? []));
}

/** Every internal address that the pages of a site name and that is wrong, and what is wrong with it. */
export function brokenLinks({ folder, pages, base }: Site): string[] {
	const byPath = new Map(pages.map((page) => [page.path, page]));
	const problemOf = (target: string, page: Page): string | undefined => {
		const url = new URL(target, `https://site.test${base}${page.path.slice(1)}`);
		if (!url.pathname.startsWith(base)) return `outside of ${base}`;
		const path = decodeURIComponent(url.pathname).slice(base.length - 1);
		const linked = byPath.get(path);
		if (!linked) {
			const isFile = existsSync(join(folder, path)) && !path.endsWith('/');
			return isFile ? undefined : 'no such page';
		}
		const fragment = decodeURIComponent(url.hash.slice(1));
		return fragment && !idsOf(linked).has(fragment) ? 'no such part' : undefined;
	};
	return pages.flatMap((page) =>
		page.elements.flatMap(({ name, attributes }) => {
			const target = attributes['href'] ?? attributes['src'] ?? attributes['action'];
			if (target === undefined || /^[a-z]+:/.test(target)) return [];
			const problem = problemOf(target, page);
			return problem ? [`${page.path}: ${name} → ${target}: ${problem}`] : [];
		}),
	);
}
