import { readFileSync, writeFileSync } from 'node:fs';
import type { Diagnostic } from './diagnostic.ts';

/** What the content layer found in dev, for the pages, which other code renders. */
export function findingsFile(cacheDir: URL): URL {
	return new URL('findings.json', cacheDir);
}

export function writeFindings(cacheDir: URL, diagnostics: readonly Diagnostic[]): void {
	writeFileSync(findingsFile(cacheDir), JSON.stringify(diagnostics));
}

/** None where nothing was written yet. */
export function readFindings(cacheDir: URL): readonly Diagnostic[] {
	try {
		const text = readFileSync(findingsFile(cacheDir), 'utf8');
		return JSON.parse(text) as Diagnostic[]; // Written by `writeFindings`.
	} catch {
		return [];
	}
}
