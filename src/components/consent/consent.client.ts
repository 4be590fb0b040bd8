import { trustedTypes } from '#components/site/trusted-types.ts';
import { sitePath } from '#lib/url.ts';

/*
 * Asks before analytics are loaded, and remembers the answer. Runs before the page is parsed, so that it decides before
 * the first painting whether the notice is there; it only needs the facts in the head.
 */

/** What the head says of the analytics. */
export interface ConsentFacts {
	readonly script: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly stores: readonly { readonly name: string; readonly where: string }[];
}

type Choice = 'accepted' | 'rejected';

const storageKey = 'analytics-consent';

/** The choice about this very script: another one is asked about anew. */
function readChoice(script: string): Choice | undefined {
	try {
		const [choice, about] = (localStorage.getItem(storageKey) ?? '').split(' ');
		return about === script && (choice === 'accepted' || choice === 'rejected')
			? choice
			: undefined;
	} catch {
		// Storage is blocked, so there is no choice from before.
		return undefined;
	}
}

function keepChoice(choice: Choice, script: string): void {
	try {
		localStorage.setItem(storageKey, `${choice} ${script}`);
	} catch {
		// It holds for this page alone.
	}
}

function sendsSignal(): boolean {
	// Not in TypeScript's own types yet.
	return (navigator as { readonly globalPrivacyControl?: boolean }).globalPrivacyControl === true;
}

function load({ script, attributes }: ConsentFacts): void {
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

function matches(pattern: string, name: string): boolean {
	return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** A cookie may belong to this host or to any domain above it; which one cannot be asked, so each is tried. */
function deleteCookie(name: string): void {
	const parts = location.hostname.split('.');
	const domains = parts.map((_, index) => `; domain=${parts.slice(index).join('.')}`);
	for (const domain of ['', ...domains]) document.cookie = `${name}=; path=/; max-age=0${domain}`;
}

function deleteFrom(storage: () => Storage, pattern: string): void {
	try {
		for (const key of Object.keys(storage())) if (matches(pattern, key)) storage().removeItem(key);
	} catch {
		// Storage is blocked, so nothing is in it.
	}
}

/** Deletes what the setting says that the analytics store. */
function forget({ stores }: ConsentFacts): void {
	const cookies = document.cookie.split('; ').map((cookie) => cookie.split('=')[0] ?? '');
	for (const { name, where } of stores) {
		if (where === 'cookie')
			for (const cookie of cookies.filter((own) => matches(name, own))) deleteCookie(cookie);
		else deleteFrom(() => (where === 'local storage' ? localStorage : sessionStorage), name);
	}
}

/** Moves the focus across the page at once: a glide that is still under way would take the page back. */
function focusIn(element: HTMLElement): void {
	element.focus({ preventScroll: true });
	const { top, height } = element.getBoundingClientRect();
	scrollBy({ top: top + height / 2 - innerHeight / 2, behavior: 'instant' });
}

function init(facts: ConsentFacts): void {
	const root = document.documentElement;
	const signal = sendsSignal();
	const choice = signal ? 'rejected' : readChoice(facts.script);
	let opener: HTMLElement | undefined;
	let loaded = false;
	const loadOnce = () => {
		// What a reader searched for stands in the address of the results, and is nobody else's business.
		if (loaded || location.pathname.startsWith(sitePath('/search/'))) return;
		loaded = true;
		load(facts);
	};

	const close = (message: string) => {
		delete root.dataset['consent'];
		const status = document.querySelector('[data-consent-status]');
		if (status) status.textContent = message;
		if (opener) focusIn(opener);
		else document.querySelector('main')?.focus({ preventScroll: true });
		opener = undefined;
	};

	const choose = (chosen: Choice) => {
		keepChoice(chosen, facts.script);
		if (chosen === 'accepted') loadOnce();
		else forget(facts);
		close(
			`Analytics are ${chosen === 'accepted' ? 'on' : 'off'}. You can change this at the end of each page.`,
		);
		// A script that has run cannot be taken back but with its page.
		if (chosen === 'rejected' && loaded) location.reload();
	};

	root.dataset['analytics'] = '';
	if (choice === 'accepted') loadOnce();
	else if (choice === 'rejected') forget(facts);
	else root.dataset['consent'] = 'ask';

	document.addEventListener('click', ({ target }) => {
		if (!(target instanceof Element)) return;
		const open = target.closest<HTMLElement>('[data-consent-open]');
		const chosen = target.closest<HTMLElement>('[data-choose]')?.dataset['choose'];
		if (open) {
			opener = open;
			root.dataset['consent'] = signal ? 'signal' : 'ask';
			const title = document.querySelector<HTMLElement>('#consent-title');
			if (title) focusIn(title);
		} else if (chosen === 'closed') close('Analytics stay off.');
		else if (chosen === 'accepted' || chosen === 'rejected') choose(chosen);
	});
}

const facts = document.querySelector<HTMLMetaElement>('meta[name="analytics"]')?.content;
// Written by this component's own markup.
if (facts) init(JSON.parse(facts) as ConsentFacts);
