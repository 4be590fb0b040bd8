import { Worker } from 'node:worker_threads';

export interface IndexesWork {
	readonly siteFolder: string;
	readonly cacheDir: string;
}

/**
 * Writes the finder's index and the full-text index. They need the content and no page, so a thread makes them beside
 * Astro. Stops it, and rejects, when the signal aborts.
 */
export function writeIndexes(work: IndexesWork, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL('./indexes.worker.ts', import.meta.url), {
			workerData: work,
		});
		signal.addEventListener('abort', () => void worker.terminate());
		worker.on('error', reject).on('exit', (code) => {
			if (code === 0) resolve();
			else reject(new Error('The indexes were not finished.'));
		});
	});
}
