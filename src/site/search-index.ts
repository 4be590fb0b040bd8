import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { hashOf } from '#finder/hash.ts';
import type { ContentList, GuideStore } from '#guide/guide-store.ts';
import { searchPartPaths } from '#lib/search-parts.ts';
import { guidePath } from '#lib/url.ts';
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

/** A guide as Pagefind gets it; the digest is of the guide. */
interface SearchedGuide {
	readonly url: string;
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
		parts.get(path)?.push({ url: guidePath(id), digest, shelf });
	}
	return parts;
}

/** What decides the bytes of an index, beside the guides, whose digests stand for `src/lib/` too. */
const maker = ['../../package.json', './search-record.ts', './search-index.ts'].map((name) =>
	readFileSync(new URL(name, import.meta.url), 'utf8'),
);

function digestOf(guides: readonly SearchedGuide[]): string {
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

/** A process of Pagefind with the guides that it has been fed. */
class Feeding {
	readonly #index: PagefindIndex;
	readonly #store: GuideStore;
	/** The guide as it was fed last, by its address, in the order of the first time. */
	readonly #fed = new Map<string, string>();

	private constructor(index: PagefindIndex, store: GuideStore) {
		this.#index = index;
		this.#store = store;
	}

	static async start(store: GuideStore): Promise<Feeding> {
		const { index, errors } = await createIndex({ forceLanguage: 'en' });
		if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
		return new Feeding(index, store);
	}

	/** Whether feeding these would give what it would give to a new process: Pagefind numbers pages as they come. */
	canGoOnWith(guides: readonly SearchedGuide[]): boolean {
		return [...this.#fed.keys()].every((url, index) => guides[index]?.url === url);
	}

	/** Feeds those that are new or changed. */
	async feed(guides: readonly SearchedGuide[], stopped?: AbortSignal): Promise<void> {
		const remaining = guides.values();
		const feedSome = async () => {
			for (const guide of remaining) {
				if (stopped?.aborted) return;
				const { url, digest, shelf } = guide;
				const version = JSON.stringify(guide);
				if (this.#fed.get(url) === version) continue;
				const record = searchRecord(this.#store.read(digest), shelf);
				this.#fed.set(url, version);
				throwIfAny((await this.#index.addCustomRecord(record)).errors);
			}
		};
		await Promise.all(Array.from({ length: atOnce }, feedSome));
	}

	async write(folder: string): Promise<void> {
		throwIfAny((await this.#index.writeFiles({ outputPath: folder })).errors);
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
	#feeding: Feeding | undefined;

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

	/**
	 * Feeds the guides of the last build, of which most are the same still, until the signal says that the new ones are
	 * there. Where they are several parts, it does nothing: most parts will not have to be made.
	 */
	async feedAhead(stopped: AbortSignal): Promise<void> {
		try {
			const parts = partsOf(this.#store.list(), this.#pathsOf);
			const [guides] = parts.values();
			if (!guides || parts.size > 1) return;
			this.#feeding = await Feeding.start(this.#store);
			await this.#feeding.feed(guides, stopped);
		} catch {
			// There was no build before, or this one has just put its guides in the place of those.
			await this.#stopFeeding();
		}
	}

	/** Writes the parts that changed, and takes the others over. `meanwhile` is called while Pagefind is at work. */
	async write(content: ContentList, meanwhile: () => void): Promise<LastSite['searchParts']> {
		const digests: Record<string, string> = {};
		let pending: (() => void) | undefined = meanwhile;
		try {
			for (const [path, guides] of partsOf(content, this.#pathsOf)) {
				const digest = (digests[path] = digestOf(guides));
				if (this.#last?.searchParts[path] === digest) {
					this.#share(searchFolders([path]), this.#last.folder);
					continue;
				}
				await this.#writePart(path, guides, pending);
				pending = undefined;
			}
			pending?.();
		} finally {
			await this.#stopFeeding();
		}
		return digests;
	}

	#share(folders: readonly string[], site: string): void {
		for (const folder of folders) shareFiles(join(site, folder), join(this.#siteFolder, folder));
	}

	async #writePart(
		path: string,
		guides: readonly SearchedGuide[],
		meanwhile?: () => void,
	): Promise<void> {
		if (!this.#feeding?.canGoOnWith(guides)) {
			// A new process, as an old one would not give back the memory that it took.
			await this.#stopFeeding();
			this.#feeding = await Feeding.start(this.#store);
		}
		await this.#feeding.feed(guides);
		const folder = join(this.#siteFolder, path);
		const old = this.#last?.searchParts[path] === undefined ? undefined : this.#last.folder;
		// Without its own files, which Pagefind would write over, and the old site with them.
		const [, ...shared] = searchFolders([path]);
		if (old) this.#share(shared, old);
		const writing = this.#feeding.write(folder);
		meanwhile?.();
		await writing;
		await this.#stopFeeding();
		if (old) removeStale(folder, guides.length);
		const unused = path === '/pagefind/' ? interfaces : [...interfaces, ...programs];
		for (const name of unused) rmSync(join(folder, name), { force: true });
	}

	async #stopFeeding(): Promise<void> {
		if (!this.#feeding) return;
		this.#feeding = undefined;
		await close();
	}
}
