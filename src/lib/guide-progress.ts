/** How far a reader has come in one guide. */
export interface Progress {
	/** The anchors of steps that are done. */
	readonly done: ReadonlySet<string>;
	/** What became of a fix, by its id. */
	readonly outcomes: Readonly<Record<string, string>>;
	/** The variant chosen on each axis. */
	readonly on: Readonly<Record<string, string>>;
}

export function formatProgress({ done, outcomes, on }: Progress): string {
	return JSON.stringify([[...done], outcomes, on]);
}

/** What `formatProgress` wrote; where nothing was written, or something else stands there, nothing is done yet. */
export function parseProgress(text: string | null): Progress {
	try {
		// What is not iterable throws, and what else may be wrong is only ever looked up and compared.
		const [done, outcomes, on] = JSON.parse(text ?? '') as [string[], object, object];
		return { done: new Set(done), outcomes: { ...outcomes }, on: { ...on } };
	} catch {
		return { done: new Set(), outcomes: {}, on: {} };
	}
}
