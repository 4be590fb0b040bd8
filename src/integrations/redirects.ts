import { createHash } from 'node:crypto';
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

/** Where in a site the short addresses are. */
export const redirectFolder = 'e';

/**
 * Pages that lead on, one for each short address, which every static host can serve. As pages of Astro's they would be
 * three quarters of all.
 */
export class Redirects {
	readonly #pages: ReadonlyMap<string, string>;
	/** Of all short addresses, with those that are choosers, as their pages lie in the same folder. */
	readonly digest: string;

	constructor(guides: readonly CodeSource[]) {
		const sorted = [...guides].sort(compareCodes);
		const codes = codeIndex(sorted);
		this.#pages = new Map(
			shortAddresses(codes, sorted).map((address) => [address.slug, redirectPage(address)]),
		);
		const choosers = codes.filter(({ slug }) => !this.#pages.has(slug)).map(({ slug }) => slug);
		const hash = createHash('sha1').update(JSON.stringify(choosers));
		for (const [slug, page] of this.#pages) hash.update(slug).update(page);
		this.digest = hash.digest('base64url');
	}

	/** One after the other: writing many small files at once would cost twice the work. */
	write(siteFolder: string): void {
		for (const [slug, page] of this.#pages) {
			const folder = join(siteFolder, redirectFolder, slug);
			mkdirSync(folder, { recursive: true });
			writeFileSync(join(folder, 'index.html'), page);
		}
	}
}
