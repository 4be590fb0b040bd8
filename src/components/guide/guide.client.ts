import { init as initAnchors } from './anchors.client.ts';
import { addStatus } from './controls.ts';
import { init as initCopy } from './copy.client.ts';
import { init as initOutcome } from './outcome.client.ts';
import { ProgressStore } from './progress-store.ts';
import { init as initSteps } from './steps.client.ts';
import { init as initVariants } from './variants.client.ts';

/** Everything that helps a reader to work through a guide; the guide is whole without it. */
export function init(root: HTMLElement): void {
	const announce = addStatus(root);
	const store = new ProgressStore(location.pathname);
	initCopy(root, announce);
	initVariants(root, store);
	initSteps(root, store, announce);
	initOutcome(root, store, announce);
	initAnchors(root, announce);
}
