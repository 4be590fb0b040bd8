import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { hashOf } from '#finder/hash.ts';
import type { ContentList, GuideStore } from '#content/guide-store.ts';
import { digestSource } from '#content/source-digest.ts';
import { searchPartPaths } from '#lib/search-parts.ts';
import type { LastSite } from '#schema/last-site.ts';
import { shareFiles } from './last-site.ts';
import { searchRecord, type Shelf } from './search-record.ts';

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

/** What the first part does for all. */
const programs = ['pagefind.js', 'pagefind-worker.js', 'wasm.en.pagefind', 'wasm.unknown.pagefind'];

/** Where the files of a part are that are named by their content. Pagefind writes none that is there. */
const namedByContent = ['filter', 'fragment', 'index'];

/** Where in a site the files of these parts are. */
export function searchFolders(parts: readonly string[]): readonly string[] {
	return parts.flatMap((path) => [path, ...namedByContent.map((name) => `${path}${name}/`)]);
}

/** As many as keep Pagefind busy, and few enough to hold in memory. */
const atOnce = 32;

/** A guide as Pagefind gets it; the digest is of the guide, its id included. */
interface SearchedGuide {
	readonly digest: string;
	readonly shelf: Shelf;
}

/** The guides of each part, by the part's path. A guide stays in its part for as long as the number of parts does. */
function partsOf(
	{ guides, products, categories }: ContentList,
	pathsOf: typeof searchPartPaths,
): Map<string, SearchedGuide[]> {
	const categoryNames = new Map(categories.map(({ slug, name }) => [slug, name]));
	const shelves = new Map(
		products.map(({ slug, name, category }) => [
			slug,
			{ product: name, category: categoryNames.get(category) ?? '' },
		]),
	);
	const paths = pathsOf(guides.length);
	const parts = new Map<string, SearchedGuide[]>(paths.map((path) => [path, []]));
	for (const { id, digest, product } of guides) {
		const path = paths[hashOf(id) % paths.length] ?? '';
		const shelf = shelves.get(product) ?? { product, category: '' };
		parts.get(path)?.push({ digest, shelf });
	}
	return parts;
}

const project = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** A digest of what makes an index, beside the guides; the version of Pagefind stands in `package.json`. */
function digestMaker(): string {
	const files = [
		'package.json',
		'src/finder/query.ts',
		'src/lib/*.ts',
		'src/integrations/search-*.ts',
	];
	return digestSource(project, files);
}

function digestOf(maker: string, guides: readonly SearchedGuide[]): string {
	return createHash('sha1')
		.update(JSON.stringify([maker, guides]))
		.digest('base64url');
}

function throwIfAny(errors: readonly string[]): void {
	if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}

/**
 * Removes the files of an earlier index that the new one does not have. Its list, in CBOR, has the name of each of its
 * files as a text whose length stands in the byte before.
 */
function removeStale(folder: string, guides: number): void {
	const list = readdirSync(folder).find((name) => name.endsWith('.pf_meta')) ?? '';
	const bytes = gunzipSync(readFileSync(join(folder, list))).toString('latin1');
	const names = new Set(
		[...bytes.matchAll(/([\x60-\x77])(en_[0-9a-f]+)/g)].map(([, length = '', name = '']) =>
			name.slice(0, length.charCodeAt(0) - 0x60),
		),
	);
	let fragments = 0;
	for (const subfolder of namedByContent) {
		for (const file of readdirSync(join(folder, subfolder))) {
			const isListed = names.has(basename(file, extname(file)));
			if (!isListed) rmSync(join(folder, subfolder, file));
			else if (subfolder === 'fragment') fragments += 1;
		}
	}
	if (fragments !== guides)
		throw new Error(
			`Pagefind lists ${fragments} of ${guides} guides. Delete .cache, and build again.`,
		);
}

/** A process of Pagefind. Each index has its own, as an old one would not give back the memory that it took. */
async function withPagefind(work: (index: PagefindIndex) => Promise<void>): Promise<void> {
	try {
		const { index, errors } = await createIndex({ forceLanguage: 'en' });
		if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
		await work(index);
	} finally {
		await close();
	}
}

/**
 * The full-text index. Pagefind, a process of its own, reads guides as records made for it and not as pages, so it
 * does not have to wait for those.
 */
export class SearchIndex {
	readonly #siteFolder: string;
	readonly #store: GuideStore;
	readonly #last: Pick<LastSite, 'folder' | 'searchParts'> | undefined;
	readonly #pathsOf: typeof searchPartPaths;

	constructor(
		siteFolder: string,
		store: GuideStore,
		last: Pick<LastSite, 'folder' | 'searchParts'> | undefined,
		pathsOf = searchPartPaths,
	) {
		this.#siteFolder = siteFolder;
		this.#store = store;
		this.#last = last;
		this.#pathsOf = pathsOf;
	}

	/** Writes the parts that changed, and takes the others over. `meanwhile` is called while Pagefind is at work. */
	async write(content: ContentList, meanwhile: () => void): Promise<LastSite['searchParts']> {
		const maker = digestMaker();
		const digests: Record<string, string> = {};
		let pending: (() => void) | undefined = meanwhile;
		for (const [path, guides] of partsOf(content, this.#pathsOf)) {
			const digest = (digests[path] = digestOf(maker, guides));
			if (this.#last?.searchParts[path] === digest) {
				this.#share(searchFolders([path]), this.#last.folder);
				continue;
			}
			await withPagefind((index) => this.#writePart(index, path, guides, pending));
			pending = undefined;
		}
		pending?.();
		return digests;
	}

	#share(folders: readonly string[], site: string): void {
		for (const folder of folders) shareFiles(join(site, folder), join(this.#siteFolder, folder));
	}

	async #writePart(
		index: PagefindIndex,
		path: string,
		guides: readonly SearchedGuide[],
		meanwhile?: () => void,
	): Promise<void> {
		await this.#feed(index, guides);
		const folder = join(this.#siteFolder, path);
		const old = this.#last?.searchParts[path] === undefined ? undefined : this.#last.folder;
		// Without its own files, which Pagefind would write over, and the old site with them.
		const [, ...shared] = searchFolders([path]);
		if (old) this.#share(shared, old);
		const writing = index.writeFiles({ outputPath: folder });
		meanwhile?.();
		throwIfAny((await writing).errors);
		if (old) removeStale(folder, guides.length);
		const unused = path === '/pagefind/' ? interfaces : [...interfaces, ...programs];
		for (const name of unused) rmSync(join(folder, name), { force: true });
	}

	/** In their order, as Pagefind numbers pages as they come. */
	async #feed(index: PagefindIndex, guides: readonly SearchedGuide[]): Promise<void> {
		const remaining = guides.values();
		const feedSome = async () => {
			for (const { digest, shelf } of remaining) {
				const record = searchRecord(this.#store.read(digest), shelf);
				throwIfAny((await index.addCustomRecord(record)).errors);
			}
		};
		await Promise.all(Array.from({ length: atOnce }, feedSome));
	}
}
