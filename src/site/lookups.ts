import { Worker } from 'node:worker_threads';

export interface LookupsWork {
	readonly siteFolder: string;
	readonly cacheDir: string;
}

/**
 * Writes what guides are looked up by: the short addresses, the finder's index and the full-text index. It needs the
 * content and no page, so it works in a thread beside Astro. Stops it, and rejects, when the signal aborts.
 */
export function writeLookups(work: LookupsWork, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL('./lookups.worker.ts', import.meta.url), {
			workerData: work,
		});
		signal.addEventListener('abort', () => void worker.terminate());
		worker.on('error', reject).on('exit', (code) => {
			if (code === 0) resolve();
			else reject(new Error('The indexes were not finished.'));
		});
	});
}
