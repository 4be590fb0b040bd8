import { Worker } from 'node:worker_threads';
import type { LastSite } from '#schema/last-site.ts';

export interface IndexesWork {
	readonly siteFolder: string;
	readonly cacheDir: string;
	readonly last: LastSite | undefined;
}

/** Of what the indexes were made. */
export type IndexDigests = Pick<LastSite, 'finder' | 'searchParts'>;

/**
 * Makes the finder's index and the full-text index. They need the content and no page, so a thread makes them beside
 * Astro.
 */
export class Indexes {
	readonly #worker: Worker;
	/** Rejects when the thread fails. */
	readonly done: Promise<IndexDigests>;

	constructor(work: IndexesWork) {
		this.#worker = new Worker(new URL('./indexes.worker.ts', import.meta.url), {
			workerData: work,
		});
		this.done = new Promise((resolve, reject) => {
			this.#worker
				.on('message', resolve)
				.on('error', reject)
				.on('exit', () => reject(new Error('The indexes were not finished.')));
		});
		// It is awaited at the end; a build that fails before that has something else to say.
		this.done.catch(() => undefined);
	}

	/** The content has been read and is in the store: the indexes of it can be written. */
	contentIsRead(): void {
		this.#worker.postMessage('content is read');
	}

	async stop(): Promise<void> {
		await this.#worker.terminate();
	}
}
