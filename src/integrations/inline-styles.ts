import { createHash } from 'node:crypto';

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

/** The sources of a content security policy for the inline styles below each entry of the site's top folder. */
export class InlineStyles {
	readonly #sources = new Map<string, Set<string>>();

	/** Adds those of a document that is this entry or lies in it. */
	add(topEntry: string, document: Buffer): void {
		const sources = this.#sources.get(topEntry) ?? new Set();
		for (const source of styleSources(document)) sources.add(source);
		this.#sources.set(topEntry, sources);
	}

	of(topEntry: string): readonly string[] {
		return [...(this.#sources.get(topEntry) ?? [])];
	}
}
