import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeHtml } from '#lib/markup.ts';
import { siteOrigin } from '#lib/url.ts';
import { codeIndex, shortAddresses, type CodeSource, type ShortAddress } from '#lib/code-index.ts';
import { compareCodes } from '#lib/code-order.ts';

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
 * Writes a page that leads on for each short address of these guides, which every static host can serve. As pages of Astro's they would
 * be three quarters of all, and asynchronous writing would cost twice the work for files this small.
 */
export function writeRedirects(siteFolder: string, guides: readonly CodeSource[]): void {
	const sorted = [...guides].sort(compareCodes);
	for (const address of shortAddresses(codeIndex(sorted), sorted)) {
		const folder = join(siteFolder, 'e', address.slug);
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, 'index.html'), redirectPage(address));
	}
}
