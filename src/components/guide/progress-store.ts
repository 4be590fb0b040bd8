import { formatProgress, parseProgress, type Progress } from '#lib/guide-progress.ts';

/** The progress in one guide: in the page only, until its reader wants it remembered. */
export class ProgressStore {
	progress: Progress;
	isRemembered: boolean;
	readonly #key: string;

	constructor(path: string) {
		this.#key = `progress:${path}`;
		let stored: string | null = null;
		try {
			stored = localStorage.getItem(this.#key);
		} catch {
			// Storage is closed to this site.
		}
		this.progress = parseProgress(stored);
		this.isRemembered = stored !== null;
	}

	/** Takes what changed, and keeps it where that was wanted. */
	update(change: Partial<Progress>): void {
		this.progress = { ...this.progress, ...change };
		if (this.isRemembered) this.remember();
	}

	/** Whether it is remembered now: a browser may refuse to store anything. */
	remember(): boolean {
		try {
			localStorage.setItem(this.#key, formatProgress(this.progress));
			this.isRemembered = true;
		} catch {
			this.isRemembered = false;
		}
		return this.isRemembered;
	}

	forget(): void {
		localStorage.removeItem(this.#key);
		this.isRemembered = false;
	}
}
