import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { SiteSettings } from '#schema/site.ts';
import { headerRules } from './header-rules.ts';
import { formatHeaders, type HeaderRule } from './headers-file.ts';

function styleSources(document: string): string[] {
	return [...document.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, style = '']) => {
		return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
	});
}

/**
 * Files that have every inline style of the site: of each route one page of each top folder, as pages of one route have
 * the same; and pictures, which are documents when they are opened by themselves.
 */
function samples(folder: string, assets: ReadonlyMap<string, readonly URL[]>): Set<string> {
	const found = new Set<string>(globSync(['404.html', '{*,_astro/*}.svg'], { cwd: folder }));
	for (const urls of assets.values()) {
		const seen = new Set<string>();
		for (const url of urls) {
			const file = relative(folder, fileURLToPath(url));
			const top = file.split(sep)[0] ?? '';
			if (file.endsWith('.html') && !seen.has(top)) found.add(file);
			seen.add(top);
		}
	}
	return found;
}

/** The sources of a content security policy for the inline styles below each entry of the top folder. */
function stylesByTopEntry(folder: string, files: ReadonlySet<string>): Map<string, Set<string>> {
	const styles = new Map<string, Set<string>>();
	for (const file of files) {
		const top = file.split(sep)[0] ?? '';
		const sources = styles.get(top) ?? new Set();
		for (const source of styleSources(readFileSync(join(folder, file), 'utf8')))
			sources.add(source);
		styles.set(top, sources);
	}
	return styles;
}

/**
 * Puts the policy into the page for unknown addresses itself. At an address below no folder of the site, no rule but the
 * one for all paths sends a header with it.
 */
function guardNotFoundPage(folder: string, rules: readonly HeaderRule[]): void {
	const file = join(folder, '404.html');
	const policy = rules.find(({ path }) => path.endsWith('/404.html'))?.headers[
		'Content-Security-Policy'
	];
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

/** The `_headers` of the built site, for static hosts that read it. */
export function headers(settings: Pick<SiteSettings, 'analytics'>): AstroIntegration {
	let base = '/';
	return {
		name: 'headers',
		hooks: {
			'astro:config:done': ({ config }) => {
				base = config.base.replace(/\/?$/, '/');
			},
			'astro:build:done': ({ dir, assets }) => {
				const folder = fileURLToPath(dir);
				const styles = stylesByTopEntry(folder, samples(folder, assets));
				const rules = headerRules({ folder, base, styles }, settings);
				writeFileSync(join(folder, '_headers'), formatHeaders(rules));
				guardNotFoundPage(folder, rules);
			},
		},
	};
}
