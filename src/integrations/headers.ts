import { readdirSync, readFileSync, writeFileSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { SiteSettings } from '#schema/site.ts';
import { sitePath } from '#lib/url.ts';
import { formatHeaders, type HeaderRule } from './headers-file.ts';
import type { InlineStyles } from './inline-styles.ts';
import { pagePolicy, scriptPolicy } from './security-policy.ts';

/*
 * The `_headers` of a built site. What is the same everywhere has one rule for all paths. What differs has a rule for
 * each entry of the top folder, so that no path gets a header twice.
 */

/** For everything. The last four keep a page apart from others that would open, frame or embed it. */
const everywhere: HeaderRule = {
	path: '/*',
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

export function headerRules(
	siteFolder: string,
	styles: InlineStyles,
	{ analytics }: Pick<SiteSettings, 'analytics'>,
): HeaderRule[] {
	const pageIn = (topEntry: string) => {
		// The page for unknown addresses stands at every address.
		const sources = [topEntry, '404.html'].flatMap((entry) => styles.of(entry));
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
	const rulesBelow = (folder: string): HeaderRule[] =>
		entriesOf(join(siteFolder, folder)).flatMap((entry) => {
			const path = folder + entry.name;
			const isFolder = entry.isDirectory();
			if (mixed.test(path)) return rulesBelow(`${path}/`);
			return [
				{
					path: isFolder ? `/${path}/*` : `/${path.replace(/(?<=^|\/)index\.html$/, '')}`,
					headers: {
						'Content-Security-Policy': policyOf(path, isFolder),
						...(namedByContent.test(path) ? forEver : asked),
						...(path.startsWith('api/v1/') ? forOthers : {}),
					},
				},
			];
		});
	return [everywhere, ...rulesBelow('')];
}

/**
 * Puts the policy into the page for unknown addresses itself. At an address below no folder of the site, no rule but the
 * one for all paths sends a header with it.
 */
function guardNotFoundPage(siteFolder: string, rules: readonly HeaderRule[]): void {
	const file = join(siteFolder, '404.html');
	const policy = rules.find(({ path }) => path === '/404.html')?.headers['Content-Security-Policy'];
	if (!policy) throw new Error('The built site has no 404.html.');
	// A document cannot say this of itself; `X-Frame-Options` does.
	const content = policy.replace("frame-ancestors 'none'; ", '');
	const html = readFileSync(file, 'utf8');
	const guarded = html.replace(
		/<meta charset="utf-8"\s*\/?>/,
		(tag) => `${tag}<meta http-equiv="content-security-policy" content="${content}">`,
	);
	if (guarded === html) throw new Error('404.html has no <meta charset="utf-8">.');
	writeFileSync(file, guarded);
}

export function writeHeaders(
	siteFolder: string,
	styles: InlineStyles,
	settings: SiteSettings,
): void {
	const rules = headerRules(siteFolder, styles, settings);
	writeFileSync(
		join(siteFolder, '_headers'),
		formatHeaders(rules.map((rule) => ({ ...rule, path: sitePath(rule.path) }))),
	);
	guardNotFoundPage(siteFolder, rules);
}
