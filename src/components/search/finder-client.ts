import { trustedUrl } from '#components/site/trusted-url.ts';
import type { Result } from '#finder/find.ts';
import workerAddress from './finder.worker.ts?worker&url';

export interface Question {
	readonly id: number;
	readonly text: string;
}

export interface Found {
	readonly result: Result;
	/** That of the first match, where it is certain. Comes later, and never rejects. */
	readonly quickAnswer: Promise<string | undefined>;
}

/** What the worker says of a question: its result, then the quick answer; or a failure. */
export type Answer = { readonly id: number } & (
	| { readonly result: Result }
	| { readonly quickAnswer: string | undefined }
	| { readonly failure: string }
);

interface Asked {
	readonly done: (found: Found) => void;
	readonly failed: (error: Error) => void;
	readonly answered: PromiseWithResolvers<string | undefined>;
}

let worker: Worker | undefined;
let latest = 0;
const waiting = new Map<number, Asked>();

function start(): Worker {
	const started = new Worker(trustedUrl(workerAddress), { type: 'module' });
	started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
		const asked = waiting.get(data.id);
		if (!asked) return;
		if ('result' in data) {
			asked.done({ result: data.result, quickAnswer: asked.answered.promise });
			return;
		}
		waiting.delete(data.id);
		if ('failure' in data) asked.failed(new Error(data.failure));
		else asked.answered.resolve(data.quickAnswer);
	});
	started.addEventListener('error', () => {
		for (const { failed, answered } of waiting.values()) {
			failed(new Error('The finder did not load.'));
			answered.resolve(undefined);
		}
		waiting.clear();
		worker = undefined;
	});
	return started;
}

/** Loads the finder before there is a text, so that the first one need not wait for it. Never throws. */
export function wake(): void {
	try {
		worker ??= start();
	} catch {
		// The first question tells.
	}
}

/** What the finder knows about a text. Rejects when the finder or a file of its index does not load. */
export function ask(text: string): Promise<Found> {
	latest += 1;
	const id = latest;
	return new Promise((done, failed) => {
		waiting.set(id, { done, failed, answered: Promise.withResolvers() });
		try {
			worker ??= start();
			worker.postMessage({ id, text } satisfies Question);
		} catch (error) {
			waiting.delete(id);
			failed(error instanceof Error ? error : new Error(String(error)));
		}
	});
}
