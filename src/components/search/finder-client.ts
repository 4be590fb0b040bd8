import { trustedUrl } from '#components/site/trusted-url.ts';
import type { Result } from '#finder/find.ts';
import workerAddress from './finder.worker.ts?worker&url';

export interface Question {
	readonly id: number;
	readonly text: string;
}

export interface Found {
	readonly result: Result;
	/** That of the first match, where it is certain. */
	readonly quickAnswer: string | undefined;
}

export type Answer = { readonly id: number } & (Found | { readonly failure: string });

let worker: Worker | undefined;
let latest = 0;
const waiting = new Map<
	number,
	{ readonly done: (found: Found) => void; readonly failed: (error: Error) => void }
>();

function start(): Worker {
	const started = new Worker(trustedUrl(workerAddress), { type: 'module' });
	started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
		const asked = waiting.get(data.id);
		waiting.delete(data.id);
		if ('failure' in data) asked?.failed(new Error(data.failure));
		else asked?.done(data);
	});
	started.addEventListener('error', () => {
		for (const { failed } of waiting.values()) failed(new Error('The finder did not load.'));
		waiting.clear();
		worker = undefined;
	});
	return started;
}

/** What the finder knows about a text. Rejects when the finder or a file of its index does not load. */
export function ask(text: string): Promise<Found> {
	latest += 1;
	const id = latest;
	return new Promise((done, failed) => {
		waiting.set(id, { done, failed });
		try {
			worker ??= start();
			worker.postMessage({ id, text } satisfies Question);
		} catch (error) {
			waiting.delete(id);
			failed(error instanceof Error ? error : new Error(String(error)));
		}
	});
}
