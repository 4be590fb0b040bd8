import { createHash } from 'node:crypto';
import {
	closeSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	readSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromJson } from '#lib/guide-json.ts';
import type { Category } from '#schema/category.ts';
import type { Guide, GuideCard } from '#schema/guide.ts';
import type { Product } from '#schema/product.ts';

/*
 * Guides lie in one file of the cache, and what lists of them show in another; not in Astro's store: Astro makes one
 * module of all that is in there, and making and parsing that module was the dearest part of a large build.
 */

/** A guide as lists have it. */
export interface ListedGuide extends GuideCard {
	/** By which `read` gives the whole guide. */
	readonly digest: string;
}

/** What the content is now. */
export interface ContentList {
	readonly guides: readonly ListedGuide[];
	readonly products: readonly Product[];
	readonly categories: readonly Category[];
}

/** Which file the guides lie in, one after another, and how long each is, in bytes. */
interface Pack {
	readonly file: string;
	readonly guides: readonly (readonly [digest: string, length: number])[];
}

const packName = 'pack.json';
const listName = 'list.json';

/** Guides that this process has at hand. A digest stands for all of a guide, so they are the same for every store. */
const held = new Map<string, Guide>();

/** Lets `read` give this guide without reading its file. It must not be changed any more. */
export function holdGuide(digest: string, guide: Guide): void {
	held.set(digest, guide);
}

/** Where each guide of a pack starts and ends. */
function placesIn({ guides }: Pack): ReadonlyMap<string, readonly [from: number, to: number]> {
	let at = 0;
	return new Map(guides.map(([digest, length]) => [digest, [at, (at += length)]]));
}

/** Guides by their digest, in a folder of the cache. */
export class GuideStore {
	readonly #folder: string;
	#places: ReadonlyMap<string, readonly [from: number, to: number]> = new Map();
	#file: number | undefined;

	/** Dev has a folder of its own, so that a build beside it takes nothing away from it. */
	constructor(cacheDir: URL, mode: 'build' | 'dev') {
		this.#folder = fileURLToPath(new URL(`guides-${mode}/`, cacheDir));
	}

	/** The bytes of every guide that is stored. None when there is no store, or one that cannot be read. */
	readAll(): ReadonlyMap<string, Buffer> {
		try {
			const pack = this.#readPack();
			const bytes = readFileSync(join(this.#folder, pack.file));
			return new Map(
				[...placesIn(pack)].map(([digest, place]) => [digest, bytes.subarray(...place)]),
			);
		} catch {
			return new Map();
		}
	}

	/** Puts these guides in the place of all others. A build that is cut short leaves the others. */
	write(guides: ReadonlyMap<string, Buffer>, list: ContentList): void {
		mkdirSync(this.#folder, { recursive: true });
		const name = createHash('sha1')
			.update([...guides.keys()].join('\n'))
			.digest('hex');
		const file = `guides-${name}.json`;
		const present = readdirSync(this.#folder);
		if (!present.includes(file)) this.#writeWhole(file, Buffer.concat([...guides.values()]));
		const pack: Pack = {
			file,
			guides: [...guides].map(([digest, { length }]) => [digest, length]),
		};
		this.#writeWhole(packName, JSON.stringify(pack));
		this.#writeWhole(listName, JSON.stringify(list));
		const kept = [file, packName, listName];
		for (const other of present)
			if (!kept.includes(other)) rmSync(join(this.#folder, other), { force: true });
	}

	/** What the content was when it was last written. */
	list(): ContentList {
		const list = JSON.parse(readFileSync(join(this.#folder, listName), 'utf8')) as ContentList;
		const guides = list.guides.map((guide) => ({ ...guide, updated: new Date(guide.updated) }));
		return { ...list, guides };
	}

	/** Throws when there is none of this digest. */
	read(digest: string): Guide {
		const known = held.get(digest);
		if (known) return known;
		// Another store may have written since the last time.
		if (!this.#places.has(digest)) this.#open();
		const [from, to] = this.#places.get(digest) ?? [];
		if (this.#file === undefined || from === undefined || to === undefined)
			throw new Error(`The cache has no guide ${digest}. Delete .cache, and build again.`);
		const bytes = Buffer.allocUnsafe(to - from);
		readSync(this.#file, bytes, 0, bytes.length, from);
		return fromJson(bytes.toString('utf8'));
	}

	#open(): void {
		const pack = this.#readPack();
		if (this.#file !== undefined) closeSync(this.#file);
		this.#file = openSync(join(this.#folder, pack.file), 'r');
		this.#places = placesIn(pack);
	}

	#readPack(): Pack {
		return JSON.parse(readFileSync(join(this.#folder, packName), 'utf8')) as Pack;
	}

	#writeWhole(name: string, data: string | Buffer): void {
		const file = join(this.#folder, name);
		writeFileSync(`${file}~`, data);
		renameSync(`${file}~`, file);
	}
}
