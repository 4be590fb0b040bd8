/** What a run of labs says while it runs: finished labs as lines and, on a terminal, what runs and what is left below. */
export class Progress {
	readonly #total: number;
	readonly #isTerminal = process.stdout.isTTY;
	readonly #running = new Map<string, string>();
	#done = 0;

	constructor(total: number) {
		this.#total = total;
	}

	/** A lab that runs, with the fix that it is at. */
	show(lab: string, fix: string): void {
		this.#running.set(lab, fix);
		this.#draw();
	}

	/** A lab that is done, with the line or lines about it. */
	finish(lab: string, text: string): void {
		this.#running.delete(lab);
		this.#done += 1;
		this.#clear();
		const width = String(this.#total).length;
		console.log(`[${String(this.#done).padStart(width)}/${this.#total}] ${text}`);
		this.#draw();
	}

	#clear(): void {
		if (this.#isTerminal) process.stdout.write('\r\u001b[K');
	}

	#draw(): void {
		if (!this.#isTerminal) return;
		this.#clear();
		if (this.#running.size === 0) return;
		const running = [...this.#running].map(([lab, fix]) => `${lab} (${fix})`).join(', ');
		const left = this.#total - this.#done - this.#running.size;
		const line = `Running ${running}; ${left} left`;
		process.stdout.write(line.slice(0, (process.stdout.columns || 80) - 1));
	}
}
