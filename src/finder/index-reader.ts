import { readFilter, type Filter } from './key-filter.ts';
import { hashOf, shardOf } from './hash.ts';
import {
	manifestName,
	type Answers,
	type CodeRecord,
	type FilterFile,
	type Files,
	type GuideEntry,
	type Manifest,
	type MessageManifest,
	type MessageRecord,
	type ProductEntry,
	type Shard,
} from './index-shape.ts';

/** Reads a file of the index, parsed. Rejects when it cannot be had. */
export type ReadFile = (name: string) => Promise<unknown>;

/** A guide as far as an index knows it. */
export interface FoundGuide extends GuideEntry {
	readonly productSlug: string;
	readonly product: ProductEntry;
}

export interface CodeHit {
	readonly key: string;
	readonly guide: FoundGuide;
	readonly name: string;
	readonly kind: number;
}

export interface MessageHit {
	readonly key: string;
	readonly guide: FoundGuide;
	readonly message: string;
	readonly piece: number;
	readonly word: number;
	/** In tenths. */
	readonly weight: number;
}

/** An index that is read file by file, as a text needs it. Every file is read once. */
export class IndexReader {
	readonly #read: ReadFile;
	readonly #files = new Map<string, Promise<unknown>>();
	readonly #filters = new Map<string, Promise<Filter>>();

	constructor(read: ReadFile) {
		this.#read = read;
	}

	async #file<Shape>(name: string): Promise<Shape> {
		let file = this.#files.get(name);
		if (!file) {
			file = this.#read(name);
			this.#files.set(name, file);
			// What failed once may be there the next time.
			file.catch(() => this.#files.delete(name));
		}
		return (await file) as Shape; // The files are ours: `buildIndex` made them.
	}

	manifest(): Promise<Manifest> {
		return this.#file<Manifest>(manifestName);
	}

	async #messageManifest(): Promise<MessageManifest> {
		const { messages } = await this.manifest();
		return this.#file<MessageManifest>(messages);
	}

	/** Tells of a key's hash whether there is such a key; one in a thousand that passes is a false alarm. */
	filter(kind: 'codes' | 'messages'): Promise<Filter> {
		return this.#filter(kind, async () =>
			kind === 'codes'
				? (await this.manifest()).codeFilter
				: (await this.#messageManifest()).messageFilter,
		);
	}

	/** Has both filters loaded, for a text that will ask for them. A failure shows when it does. */
	loadFilters(): void {
		for (const kind of ['codes', 'messages'] as const) this.filter(kind).catch(() => undefined);
	}

	/** The same of a key's second hash: what passes both filters is hardly ever a false alarm. */
	secondFilter(kind: 'codes' | 'messages'): Promise<Filter> {
		return this.#filter(
			`second ${kind}`,
			async () => (await this.#messageManifest()).secondFilters[kind],
		);
	}

	#filter(name: string, fileOf: () => Promise<string>): Promise<Filter> {
		let filter = this.#filters.get(name);
		if (!filter) {
			filter = fileOf()
				.then((file) => this.#file<FilterFile>(file))
				.then(readFilter);
			this.#filters.set(name, filter);
			filter.catch(() => this.#filters.delete(name));
		}
		return filter;
	}

	async #shards(keys: Iterable<string>, { bits, files }: Files): Promise<Map<string, Shard>> {
		const entries = [...new Set(keys)].map(async (key) => {
			const name = files[shardOf(hashOf(key), bits)];
			return [key, await this.#file<Shard>(name ?? '')] as const;
		});
		return new Map(await Promise.all(entries));
	}

	async codes(keys: Iterable<string>): Promise<readonly CodeHit[]> {
		const shards = await this.#shards(keys, (await this.manifest()).codes);
		return [...shards].flatMap(([key, shard]) =>
			own(shard.codes, key).map(([number, name, kind]: CodeRecord) => ({
				key,
				guide: toGuide(shard, number),
				name,
				kind,
			})),
		);
	}

	async messages(keys: Iterable<string>): Promise<readonly MessageHit[]> {
		const shards = await this.#shards(keys, (await this.#messageManifest()).messages);
		return [...shards].flatMap(([key, shard]) =>
			own(shard.messages, key).map(([number, message, piece, word, weight]: MessageRecord) => ({
				key,
				guide: toGuide(shard, number),
				message,
				piece,
				word,
				weight,
			})),
		);
	}

	/** The quick answer of a guide, with code in back-ticks. */
	async answer(id: string): Promise<string | undefined> {
		const { answers } = await this.#messageManifest();
		const name = answers.files[shardOf(hashOf(id), answers.bits)];
		return name === undefined ? undefined : (await this.#file<Answers>(name))[id];
	}
}

/** The records of a key; `constructor` and `__proto__` are keys like any other. */
function own<Value>(
	table: Readonly<Record<string, readonly Value[]>>,
	key: string,
): readonly Value[] {
	return Object.hasOwn(table, key) ? (table[key] ?? []) : [];
}

const unknownProduct: ProductEntry = { name: '', marks: [] };

function toGuide({ guides, products }: Shard, number: number): FoundGuide {
	const guide = guides[number] ?? { id: '', code: '', name: '' };
	const productSlug = guide.id.split('/')[0] ?? '';
	return { ...guide, productSlug, product: products[productSlug] ?? unknownProduct };
}
