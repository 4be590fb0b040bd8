import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { listFiles } from './files.ts';
import { median } from './statistics.ts';

export interface OutputSize {
	readonly files: number;
	readonly bytes: number;
	readonly pages: number;
}

export function measureOutput(dist: string): OutputSize {
	const files = listFiles(dist);
	const bytes = files.reduce((sum, file) => sum + statSync(join(dist, file)).size, 0);
	return {
		files: files.length,
		bytes,
		pages: files.filter((file) => file.endsWith('.html')).length,
	};
}

export interface PageWeight {
	/** How many guide pages were weighed. */
	readonly pages: number;
	readonly medianBytes: number;
	readonly maxBytes: number;
	readonly heaviest: string;
	readonly medianRequests: number;
	readonly medianHtmlBytes: number;
	/** What all guide pages share, scripts first. */
	readonly shared: Readonly<Record<string, number>>;
}

/** More would take longer than the build. */
const sampleSize = 200;
const heaviestCount = 20;

/** Files of the site that a browser fetches with this page, the page itself left out. */
function requestsOf(dist: string, html: string): string[] {
	const attribute = (tag: string, name: string) =>
		new RegExp(`\\s${name}=["']?([^"'\\s>]+)`).exec(tag)?.[1];
	const found = new Set<string>();
	for (const [tag] of html.matchAll(/<(?:script|link|img)\b[^>]*>/g)) {
		const isLink = tag.startsWith('<link');
		if (isLink && !/\srel=["']?(?:icon|stylesheet|modulepreload|preload)\b/.test(tag)) continue;
		const path = attribute(tag, isLink ? 'href' : 'src');
		if (path?.startsWith('/')) found.add(path);
	}
	// A module fetches what it imports at its top; `import(…)` waits until something calls it.
	for (const path of found) {
		if (!path.endsWith('.js')) continue;
		const source = readFileSync(join(dist, path), 'utf8');
		for (const [, name = ''] of source.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g)) {
			found.add(new URL(name, `https://x${path}`).pathname);
		}
	}
	return [...found];
}

/**
 * Bytes over the wire on a first visit of a guide page: each file by itself, brotli at its strongest, as a static host
 * keeps it. Of many pages a sample is weighed, and always the largest.
 */
export function weighGuides(dist: string, ids: readonly string[]): PageWeight {
	const paths = ids.map((id) => `/errors/${id}/index.html`);
	const largest = [...paths]
		.sort((a, b) => statSync(join(dist, b)).size - statSync(join(dist, a)).size)
		.slice(0, heaviestCount);
	const every = Math.max(1, Math.floor(paths.length / sampleSize));
	const sampled = paths.filter((_, index) => index % every === 0);
	const sizes = new Map<string, number>();
	const sizeOf = (path: string) => {
		const size = sizes.get(path) ?? brotliCompressSync(readFileSync(join(dist, path))).length;
		sizes.set(path, size);
		return size;
	};
	const shared: Record<string, number> = {};
	const weigh = (path: string) => {
		const others = requestsOf(dist, readFileSync(join(dist, path), 'utf8'));
		for (const other of others) shared[other] = sizeOf(other);
		const bytes = others.reduce((sum, other) => sum + sizeOf(other), sizeOf(path));
		return { path, bytes, html: sizeOf(path), requests: others.length + 1 };
	};
	const weights = sampled.map(weigh);
	const heaviest = [...weights, ...largest.map(weigh)].reduce((a, b) =>
		b.bytes > a.bytes ? b : a,
	);
	return {
		pages: weights.length,
		medianBytes: median(weights.map(({ bytes }) => bytes)),
		maxBytes: heaviest.bytes,
		heaviest: heaviest.path,
		medianRequests: median(weights.map(({ requests }) => requests)),
		medianHtmlBytes: median(weights.map(({ html }) => html)),
		shared,
	};
}
