/** Tells people who hear a page what changed on it, once it has come to rest. */
export class Announcer {
	readonly #status: Element;
	readonly #pauseMs: number;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(status: Element, pauseMs: number) {
		this.#status = status;
		this.#pauseMs = pauseMs;
	}

	/** At once, in the place of what waits. */
	now(message: string): void {
		clearTimeout(this.#timer);
		this.#status.textContent = message;
	}

	say(message: string): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => (this.#status.textContent = message), this.#pauseMs);
	}
}
