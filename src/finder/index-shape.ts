import type { FilterData } from './key-filter.ts';

/*
 * The published shape of the index, version 1: a manifest at a fixed address, and files whose names hold a digest of
 * what is in them. `/api/` describes it for other programs; a change that would break them gets another version.
 */

export const finderPath = '/api/v1/finder/';
export const manifestName = 'index.json';

export interface Manifest {
	readonly version: 1;
	readonly guides: number;
	/** Shards that know codes. */
	readonly codes: Files;
	/** Which keys of codes there are. */
	readonly codeFilter: string;
	/** A file of the shape `MessageManifest`: what a text of several words needs besides. */
	readonly messages: string;
}

/** Files that share a set of keys. */
export interface Files {
	/** How many top bits of a key's hash choose the file: 0 is one file for all. */
	readonly bits: number;
	/** Addresses relative to the manifest's, in the order of those bits. */
	readonly files: readonly string[];
}

export interface MessageManifest {
	/** Shards that know messages. */
	readonly messages: Files;
	readonly messageFilter: string;
	/** The same two filters over other hashes, for long texts: what passes both is hardly ever a false alarm. */
	readonly secondFilters: { readonly codes: string; readonly messages: string };
	/** Quick answers, by the hash of the guide's id. */
	readonly answers: Files;
}

/** `[guide, name, kind]`: the place of the guide in `guides`; the name as written; the place in `keyKinds`. */
export type CodeRecord = readonly [guide: number, name: string, kind: number];

/**
 * `[guide, message, piece, word, weight]`: the message as written; which of its literal pieces and which word of that
 * the key starts at; how much the message tells, in tenths.
 */
export type MessageRecord = readonly [
	guide: number,
	message: string,
	piece: number,
	word: number,
	weight: number,
];

export interface GuideEntry {
	/** `<product>/<slug>`; its page is `/errors/<id>/`. */
	readonly id: string;
	readonly code: string;
	readonly name: string;
	/** Ids of guides to errors that cause this one. */
	readonly causes?: readonly string[];
	/** Some fix was shown to work. */
	readonly proven?: true;
}

export interface ProductEntry {
	readonly name: string;
	/** Words beside which its errors appear, folded to letters. */
	readonly marks: readonly string[];
}

export interface Shard {
	readonly guides: readonly GuideEntry[];
	readonly products: Readonly<Record<string, ProductEntry>>;
	readonly codes: Readonly<Record<string, readonly CodeRecord[]>>;
	readonly messages: Readonly<Record<string, readonly MessageRecord[]>>;
}

export type Answers = Readonly<Record<string, string>>;

export type FilterFile = FilterData;

/** What the builder needs of a guide. */
export interface IndexedGuide {
	readonly id: string;
	readonly code: string;
	readonly name: string;
	readonly product: string;
	readonly aliases: readonly string[];
	readonly messages: readonly string[];
	readonly answer: string;
	readonly causes: readonly string[];
	readonly proven: boolean;
}

export interface IndexedProduct {
	readonly slug: string;
	readonly name: string;
	readonly also: readonly string[];
	readonly marks: readonly string[];
}
