import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { guideCardSchema, type Guide, type GuideCard } from '#schema/guide.ts';
import type { Content } from './content.ts';

/*
 * Whole guides are in a file of the cache, by their digest, and not in Astro's own store: Astro makes one module of all
 * that is in there, and parsing that took 24 s for 10,000 guides. The collection has their cards.
 */

const { proven: _proven, digest: _digest, ...picked } = guideCardSchema.shape;
const cardKeys = Object.keys(picked) as (keyof typeof picked)[]; // The shape has just these keys.

export function toCard(guide: Guide, digest: string): GuideCard {
	const fields = Object.fromEntries(cardKeys.map((key) => [key, guide[key]]));
	// Its other keys, each from the guide.
	return { ...fields, proven: guide.proof !== undefined, digest } as GuideCard;
}

/** Days are text in JSON. */
function readCard(json: string): GuideCard {
	const card = JSON.parse(json) as GuideCard; // Written by `replace`.
	return { ...card, updated: new Date(card.updated) };
}

function readGuide(json: string): Guide {
	const guide = JSON.parse(json) as Guide; // Written by `replace`.
	return {
		...guide,
		updated: new Date(guide.updated),
		sources: guide.sources.map((source) => ({ ...source, checked: new Date(source.checked) })),
	};
}

function openDatabase(file: string): DatabaseSync {
	const database = new DatabaseSync(file, { timeout: 10_000 });
	try {
		// A cache: after a power cut it is made again.
		database.exec(`PRAGMA synchronous = OFF;
			CREATE TABLE IF NOT EXISTS guides (digest TEXT PRIMARY KEY, id TEXT, card TEXT, guide TEXT)`);
	} catch (error) {
		database.close();
		throw error;
	}
	return database;
}

/** The guides of the last run, for the run after it and for pages. */
export class GuideStore {
	readonly #database: DatabaseSync;
	readonly #find: StatementSync;

	constructor(cacheDir: URL) {
		mkdirSync(cacheDir, { recursive: true });
		const file = fileURLToPath(new URL('guides.sqlite', cacheDir));
		try {
			this.#database = openDatabase(file);
		} catch {
			// Not a database, or one that was cut short.
			rmSync(file, { force: true });
			this.#database = openDatabase(file);
		}
		this.#find = this.#database.prepare('SELECT guide FROM guides WHERE digest = ?');
	}

	find(digest: string): Guide | undefined {
		const row = this.#find.get(digest);
		return row && readGuide(String(row['guide']));
	}

	/** Throws when there is no guide of this digest. */
	read(digest: string): Guide {
		const guide = this.find(digest);
		if (!guide) throw new Error(`The cache has no guide ${digest}. Delete .cache and try again.`);
		return guide;
	}

	/** The cards of all guides, by id. */
	cards(): readonly GuideCard[] {
		const rows = this.#database.prepare('SELECT card FROM guides ORDER BY id').all();
		return rows.map((row) => readCard(String(row['card'])));
	}

	/**
	 * Puts these guides in the place of all others, except those in `broken`, which stay as they last were. A run that is
	 * cut short leaves the others.
	 */
	replace({ guides, broken }: Pick<Content, 'guides' | 'broken'>): void {
		const insert = this.#database.prepare('INSERT INTO guides VALUES (?, ?, ?, ?)');
		const remove = this.#database.prepare('DELETE FROM guides WHERE digest = ?');
		const outdated = new Map(
			this.#database
				.prepare('SELECT digest, id FROM guides')
				.all()
				.map((row) => [String(row['digest']), String(row['id'])]),
		);
		this.#database.exec('BEGIN IMMEDIATE');
		try {
			for (const { guide, digest } of guides) {
				if (outdated.delete(digest)) continue;
				const card = JSON.stringify(toCard(guide, digest));
				insert.run(digest, guide.id, card, JSON.stringify(guide));
			}
			for (const [digest, id] of outdated) if (!broken.includes(id)) remove.run(digest);
			this.#database.exec('COMMIT');
		} catch (error) {
			this.#database.exec('ROLLBACK');
			throw error;
		}
	}

	close(): void {
		this.#database.close();
	}
}

/** The cards of all guides that the last run left in the cache, by id. */
export function readCards(cacheDir: URL): readonly GuideCard[] {
	const store = new GuideStore(cacheDir);
	try {
		return store.cards();
	} finally {
		store.close();
	}
}
