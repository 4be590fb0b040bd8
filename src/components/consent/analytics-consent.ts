import { trustedTypes } from '#components/site/trusted-types.ts';
import { formatChoice, parseChoice, type Choice } from '#lib/stored-choice.ts';
import type { Analytics } from '#schema/site.ts';
import { forget } from './forget.ts';

/** What the head of a page says of the analytics. */
export interface AnalyticsFacts {
	readonly script: string;
	readonly attributes: Readonly<Record<string, string>>;
	/** Where a path starts of which they must not learn. */
	readonly privatePath: string;
	readonly stores: readonly Pick<Analytics['stores'][number], 'name' | 'where'>[];
}

const storageKey = 'analytics-consent';

function readKept(): string | null {
	try {
		return localStorage.getItem(storageKey);
	} catch {
		// Storage is blocked, so there is no choice from before.
		return null;
	}
}

function keep(text: string): void {
	try {
		localStorage.setItem(storageKey, text);
	} catch {
		// It holds for this page alone.
	}
}

function load({ script, attributes }: AnalyticsFacts): void {
	const element = document.createElement('script');
	const rules = {
		createScriptURL: (address: string) => {
			if (address !== script) throw new TypeError(`${address} is not the script of the setting`);
			return address;
		},
	};
	element.src = (trustedTypes?.createPolicy('analytics', rules) ?? rules).createScriptURL(script);
	element.async = true;
	for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
	document.head.append(element);
}

/** Loads analytics when a reader has accepted them, here or before, and forgets them when they are rejected. */
export class AnalyticsConsent {
	/** Whether the browser sends the Global Privacy Control signal, which counts as a rejection. */
	readonly isSignalled: boolean;
	readonly #facts: AnalyticsFacts;
	#choice: Choice | undefined;
	#isLoaded = false;

	constructor(facts: AnalyticsFacts) {
		// Not in TypeScript's own types yet.
		const { globalPrivacyControl } = navigator as { readonly globalPrivacyControl?: boolean };
		this.isSignalled = globalPrivacyControl === true;
		this.#facts = facts;
		this.#choice = this.isSignalled ? 'rejected' : parseChoice(readKept(), facts.script);
		this.#apply();
	}

	/** Whether there is no choice yet. */
	get isOpen(): boolean {
		return this.#choice === undefined;
	}

	choose(choice: Choice): void {
		this.#choice = choice;
		keep(formatChoice(choice, this.#facts.script));
		this.#apply();
	}

	/** A script that has run can be taken back only with its page. */
	get needsReload(): boolean {
		return this.#isLoaded && this.#choice === 'rejected';
	}

	#apply(): void {
		const isPrivate = location.pathname.startsWith(this.#facts.privatePath);
		if (this.#choice === 'rejected') forget(this.#facts.stores);
		if (this.#choice !== 'accepted' || this.#isLoaded || isPrivate) return;
		this.#isLoaded = true;
		load(this.#facts);
	}
}
