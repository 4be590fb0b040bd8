import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
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

/** As many files at once as keep a slow disk busy. */
const atOnce = 32;

/**
 * Writes a redirect that any static host can serve for each short address, from the list that the site's build left in
 * `e/redirects.json`, and removes the list. Returns how many.
 */
export async function writeRedirects(siteFolder: string): Promise<number> {
	const list = join(siteFolder, 'e', 'redirects.json');
	// Written by this project's own route in the same run.
	const addresses = JSON.parse(await readFile(list, 'utf8')) as readonly ShortAddress[];
	const remaining = addresses.values();
	const writeSome = async () => {
		for (const address of remaining) {
			const folder = join(siteFolder, 'e', address.slug);
			await mkdir(folder, { recursive: true });
			await writeFile(join(folder, 'index.html'), redirectPage(address));
		}
	};
	await Promise.all(Array.from({ length: atOnce }, writeSome));
	await rm(list);
	return addresses.length;
}
