import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { buildSiteWith } from './project.ts';

/** The third site that the tests look at: the same content, served from a folder of another site. */
export const nestedOrigin = 'https://example.org';
export const nestedBase = '/docs/errors/';

/** The root of that other site, which has nothing else in it. */
export const nestedRoot = join(import.meta.dirname, '..', '.cache', 'nested-site');
export const nestedSiteFolder = join(nestedRoot, nestedBase);

export function buildNestedSite(): void {
	buildSiteWith({ url: nestedOrigin + nestedBase }, nestedSiteFolder);
	// A host reads these at its root.
	for (const name of ['_headers', '404.html'])
		cpSync(join(nestedSiteFolder, name), join(nestedRoot, name));
}

if (import.meta.main) buildNestedSite();
