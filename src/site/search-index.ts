import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** Pagefind writes its own interfaces beside the index; the site has its own. */
const unused = [
	'pagefind-component-ui.css',
	'pagefind-component-ui.js',
	'pagefind-highlight.js',
	'pagefind-modular-ui.css',
	'pagefind-modular-ui.js',
	'pagefind-ui.css',
	'pagefind-ui.js',
];

/**
 * Indexes the guides of a built site for full-text search, into `pagefind/`. Returns how many. Only guide pages are
 * read: every other page repeats what they say.
 */
export async function indexSite(siteFolder: string): Promise<number> {
	const created = await createIndex({ forceLanguage: 'en' });
	const { index } = created;
	if (!index) throw new Error(`Pagefind did not start: ${created.errors.join('; ')}`);
	try {
		const added = await index.addDirectory({ path: siteFolder, glob: 'errors/*/*/index.html' });
		if (added.errors.length > 0) throw new Error(`Pagefind: ${added.errors.join('; ')}`);
		const written = await index.writeFiles({ outputPath: join(siteFolder, 'pagefind') });
		if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join('; ')}`);
		for (const name of unused) rmSync(join(siteFolder, 'pagefind', name), { force: true });
		return added.page_count;
	} finally {
		await close();
	}
}
