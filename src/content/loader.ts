import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { compilerVersion } from './compiler-version.ts';
import { loadCatalog, readContentFiles } from './content-files.ts';
import { compileContent } from './content.ts';
import { FindingsError, formatFindings } from './diagnostic.ts';
import { writeFindings } from './findings-file.ts';
import { GuideStore } from './guide-store.ts';

/*
 * The collections of guides, products and categories. The loader of the guides checks all content: a build stops at
 * findings, all of them at once; in dev the last good version of a guide stays, and the findings go to the terminal and
 * to the page.
 */

type Entries = readonly (readonly [id: string, data: Record<string, unknown>])[];

/** Puts these entries in the place of all others. Only what changed is touched. */
async function publish(context: LoaderContext, entries: Entries): Promise<void> {
	const { store } = context;
	const ids = new Set(entries.map(([id]) => id));
	for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
	for (const [id, data] of entries) {
		const digest = context.generateDigest(data);
		if (store.get(id)?.digest !== digest)
			store.set({ id, data: await context.parseData({ id, data }), digest });
	}
}

/** Reads `content/`, and in dev reads it again when something in it changes. */
function contentLoader(name: string, read: (context: LoaderContext) => Entries): Loader {
	return {
		name,
		async load(context) {
			await publish(context, read(context));
			const folder = fileURLToPath(new URL('content/', context.config.root));
			let timer: NodeJS.Timeout | undefined;
			const readAgain = () =>
				Promise.resolve()
					.then(() => publish(context, read(context)))
					.catch((error: unknown) => {
						const reason = error instanceof Error ? error.message : String(error);
						context.logger.error(`content/ cannot be read: ${reason}`);
					});
			context.watcher?.on('all', (_event, path) => {
				if (!path.startsWith(folder)) return;
				clearTimeout(timer);
				timer = setTimeout(() => void readAgain(), 50);
			});
		},
	};
}

function readGuides({ config, watcher, logger }: LoaderContext, version: string): Entries {
	const root = fileURLToPath(config.root);
	const store = new GuideStore(config.cacheDir);
	try {
		const files = readContentFiles(root);
		const content = compileContent(files, version, (digest) => store.find(digest));
		const { diagnostics, guides } = content;
		if (watcher) writeFindings(config.cacheDir, diagnostics);
		else if (diagnostics.length > 0) throw new FindingsError(diagnostics);
		if (diagnostics.length === 0) logger.info(`${guides.length} guides, no findings.`);
		else logger.error(`\n${formatFindings(diagnostics)}`);
		store.replace(content);
		return store.cards().map((card) => [card.id, card]);
	} finally {
		store.close();
	}
}

/** The cards of the guides; whole guides are in the `GuideStore`. */
export function guideLoader(): Loader {
	let version: string | undefined;
	return contentLoader('guides', (context) => {
		// Astro loads the compiler, and with it this loader, again when its source changes.
		version ??= compilerVersion(fileURLToPath(context.config.root));
		return readGuides(context, version);
	});
}

export function productLoader(): Loader {
	return contentLoader('products', ({ config }) =>
		loadCatalog(fileURLToPath(config.root)).products.map((product) => [product.slug, product]),
	);
}

export function categoryLoader(): Loader {
	return contentLoader('categories', ({ config }) =>
		loadCatalog(fileURLToPath(config.root)).categories.map((category, position) => [
			category.slug,
			{ ...category, position },
		]),
	);
}
