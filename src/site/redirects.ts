import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeHtml } from '#lib/markup.ts';
import { siteOrigin } from '#lib/url.ts';
import type { ShortAddress } from '#lib/code-index.ts';

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
 * Writes a redirect that any static host can serve for each short address, from the list that the site's build left in
 * `e/redirects.json`, and removes the list. Returns how many.
 */
export function writeRedirects(siteFolder: string): number {
	const list = join(siteFolder, 'e', 'redirects.json');
	// Written by this project's own route in the same run.
	const addresses = JSON.parse(readFileSync(list, 'utf8')) as readonly ShortAddress[];
	for (const address of addresses) {
		const folder = join(siteFolder, 'e', address.slug);
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, 'index.html'), redirectPage(address));
	}
	rmSync(list);
	return addresses.length;
}
