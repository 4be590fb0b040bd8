import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { SiteSettings } from '#schema/site.ts';
import type { HeaderRule } from './headers-file.ts';
import { pagePolicy, scriptPolicy } from './security-policy.ts';

/*
 * The `_headers` of a built site. What is the same everywhere has one rule for all paths. What differs has a rule for
 * each entry of the top folder, so that no path gets a header twice.
 */

/** For everything. The last four keep a page apart from others that would open, frame or embed it. */
const everywhere = {
	headers: {
		'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
		'X-Content-Type-Options': 'nosniff',
		'Referrer-Policy': 'no-referrer',
		'Permissions-Policy': [
			'accelerometer',
			'autoplay',
			'browsing-topics',
			'camera',
			'display-capture',
			'encrypted-media',
			'fullscreen',
			'geolocation',
			'gyroscope',
			'magnetometer',
			'microphone',
			'midi',
			'payment',
			'picture-in-picture',
			'publickey-credentials-get',
			'screen-wake-lock',
			'serial',
			'usb',
			'xr-spatial-tracking',
		]
			.map((feature) => `${feature}=()`)
			.join(', '),
		'X-Frame-Options': 'DENY',
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Cross-Origin-Resource-Policy': 'same-origin',
		'X-Permitted-Cross-Domain-Policies': 'none',
	},
};

/** The name has a digest of the content, so that what it names never changes. */
const forEver = { 'Cache-Control': 'public, max-age=31536000, immutable' };
/** Kept, and asked about at each use, so that a page and its scripts are always of one build. */
const asked = { 'Cache-Control': 'public, max-age=0, must-revalidate' };

/** Programs in pages of other sites may read what is published for programs. */
const forOthers = { 'Access-Control-Allow-Origin': '*' };

/** Folders in which what is named by its content stands beside what is not, so that each entry has its own rule. */
const mixed = /^(?:api|api\/v1|api\/v1\/finder|pagefind|pagefind\/part-\d+)$/;

const namedByContent =
	/^(?:_astro|api\/v1\/finder\/files|pagefind\/(?:part-\d+\/)?(?:fragment|filter|index|[^/]+\.pf_meta))$/;

function entriesOf(folder: string): Dirent[] {
	return readdirSync(folder, { withFileTypes: true })
		.filter(({ name }) => !/^(?:_headers|_redirects|\.)/.test(name))
		.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** `styles` has the `'sha256-…'` sources of the inline styles below each entry of the site's top folder. */
export interface SiteFacts {
	readonly folder: string;
	/** The path at which the folder is served, with a slash at both ends. */
	readonly base: string;
	readonly styles: ReadonlyMap<string, ReadonlySet<string>>;
}

export function headerRules(
	{ folder, base, styles }: SiteFacts,
	{ analytics }: Pick<SiteSettings, 'analytics'>,
): HeaderRule[] {
	const pageIn = (topEntry: string) => {
		// The page for unknown addresses can be at every address.
		const sources = [topEntry, '404.html'].flatMap((entry) => [...(styles.get(entry) ?? [])]);
		return pagePolicy({
			styles: [...new Set(sources)].sort(),
			runsPagefind: topEntry === 'search',
			analytics,
		});
	};
	const policyOf = (path: string, isFolder: boolean) => {
		if (path === 'pagefind/pagefind-worker.js') return scriptPolicy({ compilesWasm: true });
		const hasPages = isFolder && !namedByContent.test(path);
		return hasPages || /\.(?:html|svg)$/.test(path)
			? pageIn(path.split('/')[0]!)
			: scriptPolicy({ compilesWasm: false });
	};
	const rulesBelow = (parent: string): HeaderRule[] =>
		entriesOf(join(folder, parent)).flatMap((entry) => {
			const path = parent + entry.name;
			const isFolder = entry.isDirectory();
			if (mixed.test(path)) return rulesBelow(`${path}/`);
			return [
				{
					path: `${base}${isFolder ? `${path}/*` : path.replace(/(?<=^|\/)index\.html$/, '')}`,
					headers: {
						'Content-Security-Policy': policyOf(path, isFolder),
						...(namedByContent.test(path) ? forEver : asked),
						...(path.startsWith('api/v1/') ? forOthers : {}),
					},
				},
			];
		});
	return [{ ...everywhere, path: `${base}*` }, ...rulesBelow('')];
}
