import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { analyticsSiteFolder, analytics, counterOrigin } from '../analytics-site.ts';
import { isGuidePage, readPages, siteFolder } from '../site.ts';
import { headersFor, parseHeaders } from '../../src/integrations/headers-file.ts';

const sites = { 'the site': siteFolder, 'the site with analytics': analyticsSiteFolder };

describe.each(Object.entries(sites))('%s', (_name, folder) => {
	const rules = parseHeaders(readFileSync(join(folder, '_headers'), 'utf8'));
	const pages = readPages(folder);

	test('sends no header twice for any of its files', () => {
		const paths = globSync('**/*', { cwd: folder, withFileTypes: true })
			.filter((entry) => entry.isFile() && entry.name !== '_headers')
			.map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
			.map((path) => path.replaceAll('\\', '/').replace(/(?<=\/)index\.html$/, ''));
		const faults = paths.flatMap((path) => {
			const matching = rules.filter((rule) => Object.keys(headersFor([rule], path)).length > 0);
			const names = matching.flatMap(({ headers }) => Object.keys(headers));
			const twice = names.filter((header, index) => names.indexOf(header) !== index);
			const complete = ['Content-Security-Policy', 'Cache-Control'].every((header) =>
				names.includes(header),
			);
			return twice.length > 0 || !complete ? [`${path}: ${names.join(' ')}`] : [];
		});
		expect(paths.length).toBeGreaterThan(100);
		expect(faults).toEqual([]);
	});

	test('allows the inline styles of each page, and of the page for unknown addresses, by their hashes', () => {
		const stylesOf = (html: string) =>
			[...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(
				([, style = '']) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
			);
		const unknown = stylesOf(pages.find(({ path }) => path === '/404.html')?.html ?? '');
		const faults = pages.flatMap(({ path, html }) => {
			const policy = headersFor(rules, path)['Content-Security-Policy'] ?? '';
			const wanted = [...stylesOf(html), ...(path.split('/').length > 2 ? unknown : [])];
			return wanted.filter((hash) => !policy.includes(hash)).map((hash) => `${path}: ${hash}`);
		});
		expect(unknown.length).toBeGreaterThan(0);
		expect(faults).toEqual([]);
	});

	test('guards the page for unknown addresses in the page too, before its first style', () => {
		const html = pages.find(({ path }) => path === '/404.html')?.html ?? '';
		const meta = html.indexOf('<meta http-equiv="content-security-policy"');
		expect(meta).toBeGreaterThan(0);
		expect(meta).toBeLessThan(html.indexOf('<style'));
		expect(html).toContain("default-src 'none'; script-src 'self'");
	});

	test('has no style and no handler in an attribute, and no script in a page', () => {
		const faults = pages.flatMap(({ path, elements }) =>
			elements.flatMap(({ name, attributes }) => {
				const attribute = Object.keys(attributes).find(
					(key) => key === 'style' || /^on[a-z]+$/.test(key),
				);
				// A block of data is no script: a browser does not run it, so no policy speaks of it.
				const isData = /^application\/(?:ld\+)?json$/.test(attributes['type'] ?? '');
				const isInline = name === 'script' && attributes['src'] === undefined && !isData;
				return attribute || isInline ? [`${path}: <${name}> ${attribute ?? 'inline'}`] : [];
			}),
		);
		expect(faults).toEqual([]);
	});

	test('spends at most 2 kB of headers on a guide', () => {
		const sizes = pages.filter(isGuidePage).map(
			({ path }) =>
				Object.entries(headersFor(rules, path))
					.map(([name, value]) => `${name}: ${value}\r\n`)
					.join('').length,
		);
		expect(Math.max(...sizes)).toBeLessThanOrEqual(2000);
	});
});

describe('a site without analytics', () => {
	test('has nothing in it that asks for consent', () => {
		const files = globSync('**/*.{html,js}', { cwd: siteFolder }).filter((file) =>
			/consent-notice|consent-control|analytics-consent|data-choose|name="analytics"/.test(
				readFileSync(join(siteFolder, file), 'utf8'),
			),
		);
		expect(files).toEqual([]);
	});

	test('names no other origin in a policy', () => {
		expect(readFileSync(join(siteFolder, '_headers'), 'utf8')).not.toMatch(/https?:/);
	});
});

describe('a site with analytics', () => {
	test('names their origin in the policies of pages alone', () => {
		const rules = parseHeaders(readFileSync(join(analyticsSiteFolder, '_headers'), 'utf8'));
		const policy = headersFor(rules, '/')['Content-Security-Policy'];
		expect(policy).toContain(`script-src 'self' ${counterOrigin};`);
		expect(policy).toContain(`connect-src 'self' ${counterOrigin};`);
		expect(headersFor(rules, '/_astro/a.js')['Content-Security-Policy']).not.toContain(
			counterOrigin,
		);
	});

	test('loads nothing of them by markup', () => {
		const faults = readPages(analyticsSiteFolder).flatMap(({ path, elements }) =>
			elements
				.filter(({ attributes }) =>
					[attributes['src'], attributes['href']].includes(analytics.script),
				)
				.map(({ name }) => `${path}: <${name}>`),
		);
		expect(faults).toEqual([]);
	});

	test('asks with a script of at most 1.5 kB', () => {
		const [file] = globSync('_astro/consent*.js', { cwd: analyticsSiteFolder });
		const bytes = brotliCompressSync(readFileSync(join(analyticsSiteFolder, file ?? ''))).length;
		expect(bytes).toBeLessThanOrEqual(1500);
	});
});
