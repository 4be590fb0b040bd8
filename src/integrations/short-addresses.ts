import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readCards } from '#content/guide-store.ts';
import { codeIndex, shortAddresses as addressesOf, type ShortAddress } from '#lib/code-index.ts';
import { compareCodes } from '#lib/code-order.ts';
import { escapeHtml } from '#lib/markup.ts';
import { siteOrigin } from '#lib/url.ts';

function redirectPage({ code, path }: ShortAddress): string {
	const name = escapeHtml(code);
	const to = escapeHtml(path);
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${name} | Error Fixer Hub</title>
<meta http-equiv="refresh" content="0; url=${to}">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="canonical" href="${siteOrigin}${to}">
</head>
<body>
<h1>${name}</h1>
<p><a href="${to}">Go to the guide</a></p>
</body>
</html>
`;
}

/**
 * Pages that redirect, one for each short address, which every static host can serve. As pages of Astro's they would be
 * three quarters of all.
 */
export function shortAddresses(): AstroIntegration {
	let cacheDir: URL;
	return {
		name: 'short-addresses',
		hooks: {
			'astro:config:done': ({ config }) => {
				cacheDir = config.cacheDir;
			},
			'astro:build:done': ({ dir }) => {
				const guides = readCards(cacheDir).toSorted(compareCodes);
				for (const address of addressesOf(codeIndex(guides), guides)) {
					const folder = join(fileURLToPath(dir), 'e', address.slug);
					mkdirSync(folder, { recursive: true });
					writeFileSync(join(folder, 'index.html'), redirectPage(address));
				}
			},
		},
	};
}
