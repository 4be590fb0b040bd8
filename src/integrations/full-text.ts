import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { loadCatalog } from '#content/content-files.ts';
import { GuideStore } from '#content/guide-store.ts';
import { searchPartPaths } from '#lib/search-parts.ts';
import type { GuideCard } from '#schema/guide.ts';
import { toRecord, type Shelf } from './full-text-record.ts';

/** Pagefind writes its own interfaces beside the index; the site has its own. */
const interfaces = [
	'pagefind-component-ui.css',
	'pagefind-component-ui.js',
	'pagefind-highlight.js',
	'pagefind-modular-ui.css',
	'pagefind-modular-ui.js',
	'pagefind-ui.css',
	'pagefind-ui.js',
];

/** As many as keep Pagefind busy, and few enough to hold in memory. */
const recordsAtOnce = 32;

function throwIfAny(errors: readonly string[]): void {
	if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}

/** One guide after another, as Pagefind numbers them as they come. */
async function addGuides(
	index: PagefindIndex,
	store: GuideStore,
	cards: readonly GuideCard[],
	shelfOf: (card: GuideCard) => Shelf,
): Promise<void> {
	const remaining = cards.values();
	const addSome = async () => {
		for (const card of remaining) {
			const record = toRecord(store.read(card.digest), shelfOf(card));
			throwIfAny((await index.addCustomRecord(record)).errors);
		}
	};
	await Promise.all(Array.from({ length: recordsAtOnce }, addSome));
}

function shelves(root: string): (card: GuideCard) => Shelf {
	const { products, categories } = loadCatalog(root);
	const categoryNames = new Map(categories.map(({ slug, name }) => [slug, name]));
	const known = new Map(
		products.map(({ slug, name, category }) => [
			slug,
			{ product: name, category: categoryNames.get(category) ?? '' },
		]),
	);
	return ({ product }) => known.get(product) ?? { product, category: '' };
}

/**
 * Writes the index of all guides below `folder`, in parts. Each part has a process of Pagefind, as an old one would not
 * give back the memory that it took.
 */
export async function writeIndex(
	root: string,
	cacheDir: URL,
	folder: string,
	partPaths?: readonly string[],
): Promise<void> {
	const store = new GuideStore(cacheDir);
	try {
		const shelfOf = shelves(root);
		const cards = store.cards();
		const paths = partPaths ?? searchPartPaths(cards.length);
		const size = Math.ceil(cards.length / paths.length);
		for (const [number, path] of paths.entries()) {
			const { index, errors } = await createIndex({ forceLanguage: 'en' });
			if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
			await addGuides(index, store, cards.slice(number * size, (number + 1) * size), shelfOf);
			throwIfAny((await index.writeFiles({ outputPath: join(folder, path) })).errors);
			await close();
			for (const name of interfaces) rmSync(join(folder, path, name), { force: true });
		}
	} finally {
		await close();
		store.close();
	}
}

/** Moves a folder, to another disk as well. */
function move(from: string, to: string): void {
	try {
		renameSync(from, to);
	} catch {
		cpSync(from, to, { recursive: true });
		rmSync(from, { recursive: true });
	}
}

/**
 * The full-text index, by Pagefind. It is made of records and not of pages, beside the rendering of these: it needs the
 * guides alone, and takes as long.
 */
export function fullText(): AstroIntegration {
	let root = '';
	let cacheDir: URL;
	let folder = '';
	let writing: Promise<void> | undefined;
	return {
		name: 'full-text',
		hooks: {
			'astro:config:done': ({ config }) => {
				root = fileURLToPath(config.root);
				cacheDir = config.cacheDir;
				folder = fileURLToPath(new URL('full-text/', cacheDir));
			},
			'astro:build:start': () => {
				rmSync(folder, { recursive: true, force: true });
				mkdirSync(folder, { recursive: true });
				writing = writeIndex(root, cacheDir, folder);
				// Awaited at the end; a build that fails before that has something else to say.
				writing.catch(() => undefined);
			},
			'astro:build:done': async ({ dir }) => {
				await writing;
				move(join(folder, 'pagefind'), join(fileURLToPath(dir), 'pagefind'));
			},
		},
	};
}
