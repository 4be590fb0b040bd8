import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The sources of a content security policy for the inline styles below each entry of the site's top folder. */
export type InlineStyles = ReadonlyMap<string, ReadonlySet<string>>;

const hashes = new Map<string, string>();

function toSource(style: Buffer): string {
	const text = style.toString('latin1');
	const known = hashes.get(text);
	if (known) return known;
	const source = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
	hashes.set(text, source);
	return source;
}

/** The sources of one document's inline styles. Bytes, as a site has thousands of pages and few styles. */
export function styleSources(document: Buffer): string[] {
	const sources: string[] = [];
	for (let at = document.indexOf('<style'); at !== -1; at = document.indexOf('<style', at)) {
		const start = document.indexOf('>', at) + 1;
		const end = document.indexOf('</style>', start);
		if (start === 0 || end === -1) break;
		sources.push(toSource(document.subarray(start, end)));
		at = end;
	}
	return sources;
}

/** The pictures of a site, by their paths in it. */
export function findPictures(siteFolder: string): string[] {
	return globSync('{*,_astro/*}.svg', { cwd: siteFolder });
}

/** The inline styles of pages and pictures, each given as the site's folder and its path in there. */
export function findInlineStyles(
	files: Iterable<readonly [siteFolder: string, path: string]>,
): InlineStyles {
	const found = new Map<string, Set<string>>();
	for (const [siteFolder, path] of files) {
		const entry = path.split(sep)[0]!;
		const sources = found.get(entry) ?? new Set();
		for (const source of styleSources(readFileSync(join(siteFolder, path)))) sources.add(source);
		found.set(entry, sources);
	}
	return found;
}
