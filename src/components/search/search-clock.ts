/** Waits while a reader types, and tells the newest search from those before it, which may be answered later. */
export class SearchClock {
	#newest = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** Starts a search after a pause, in the place of one that waits. */
	after(pauseMs: number, search: () => Promise<void>): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void search(), pauseMs);
	}

	/** Starts a search. The answer tells of it, whenever it is asked, whether it is still the newest. */
	start(): () => boolean {
		this.stop();
		const search = this.#newest;
		return () => search === this.#newest;
	}

	/** Neither what waits nor what was asked is wanted any more. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#newest += 1;
	}
}
