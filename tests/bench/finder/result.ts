import type { Accuracy } from './accuracy.ts';
import type { BrowserLookUp, BrowserPagefind, BrowserPaste } from './browser.ts';
import type { Linearity } from './linearity.ts';
import type { LookUpCost } from './look-ups.ts';
import type { IndexSize } from './reads.ts';

/** What was measured with the guides of one site. What was left out is missing. */
export interface SiteResult {
	readonly size: number | 'real';
	readonly guides: number;
	/** Whether the project's own build made the whole site; else only the index is that of these guides. */
	readonly isFull: boolean;
	readonly index: IndexSize;
	readonly lookUps: readonly LookUpCost[];
	readonly linearity: Linearity;
	readonly browserLookUps: readonly BrowserLookUp[];
	readonly browserPastes: readonly BrowserPaste[];
	readonly pagefind: readonly BrowserPagefind[];
	/** Only with the guides of the project, for which inputs are labelled. */
	readonly accuracy?: { readonly finder: Accuracy; readonly pagefind: Accuracy };
}

export interface Result {
	readonly seed: number;
	readonly rounds: number;
	readonly node: string;
	/** Average load of the machine over a minute, before and after: with other work on it, times mean little. */
	readonly load: readonly [before: number, after: number];
	readonly sites: readonly SiteResult[];
}
