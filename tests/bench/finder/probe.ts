/** What a page notes about itself while the finder works; times are those of `performance.now()`. */
export interface Probe {
	/** When the last key went down. */
	pressed: number;
	/** When the worker was asked, and when its answer came. */
	asked: number;
	answered: number;
	/** When the first frame with a result was done; 0 before that. */
	shown: number;
	/** The longest task that the browser reports; it reports none below 50 ms. */
	longestTask: number;
}

declare global {
	interface Window {
		finderProbe: Probe;
	}
}

/** Runs in the page before its own scripts, so it must use nothing from outside of it. */
export function installProbe(): void {
	const probe: Probe = { pressed: 0, asked: 0, answered: 0, shown: 0, longestTask: 0 };
	window.finderProbe = probe;
	addEventListener('keydown', ({ timeStamp }) => (probe.pressed = timeStamp), true);

	// Called below with the worker that it belongs to.
	// eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with `call`
	const post = Worker.prototype.postMessage;
	Worker.prototype.postMessage = function (this: Worker, ...parameters: unknown[]) {
		probe.asked = performance.now();
		const answered = () => (probe.answered = performance.now());
		this.addEventListener('message', answered, { capture: true, once: true });
		Reflect.apply(post, this, parameters);
	};

	new PerformanceObserver((list) => {
		for (const { startTime, duration } of list.getEntries())
			if (startTime + duration > probe.pressed)
				probe.longestTask = Math.max(probe.longestTask, duration);
	}).observe({ type: 'longtask' });

	const isResult = (node: Node) => node instanceof Element && node.matches('[role="option"]');
	new MutationObserver((records) => {
		if (probe.shown > 0 || !records.some(({ addedNodes }) => [...addedNodes].some(isResult)))
			return;
		// A timer that a frame starts runs when the frame is done.
		requestAnimationFrame(() => setTimeout(() => (probe.shown = performance.now())));
	}).observe(document, { childList: true, subtree: true });
}
