import { runsOf, type Hit } from '#finder/full-text.ts';
import { guidePath, pastePath, searchPath, sitePath } from '#lib/url.ts';
import { Facets } from './facets.ts';
import { growingField } from './field.ts';
import { ask, wake, type Found } from './finder-client.ts';
import { fullTextHits } from './full-text-hits.ts';
import {
	element,
	hallmarkNodes,
	headings,
	inlineNodes,
	link,
	matchItem,
	requestNode,
	suggestionNodes,
	summary,
} from './nodes.ts';
import { adoptStyles } from './styles.ts';

const typingPauseMs = 120;
const fullTextPauseMs = 350;
/** A link that is longer than this many characters is cut off by mail and chat programs. */
const longestLink = 8000;

const listOfWords = new Intl.ListFormat('en', { type: 'conjunction' });

/** A guide that has words of the query: its quick answer with those marked, and which of them stand elsewhere in it. */
function hitItem({ url, code, name, product, proven, exact, answer, words }: Hit): HTMLLIElement {
	const shown = new Set<string>();
	const marked = (text: string): (Node | string)[] =>
		runsOf(text, words).map((run) => {
			if (run.word === undefined) return run.text;
			shown.add(run.word);
			return element('mark', '', run.text);
		});
	const title = element(
		'h3',
		'result-title',
		link(url, element('code', '', code)),
		' ',
		...hallmarkNodes(proven),
		element('span', 'result-product', product),
	);
	const nameNode = element('p', 'result-name', ...marked(name));
	const answerNode = element('p', 'result-summary', ...inlineNodes(answer, marked));
	for (const { word } of runsOf(`${code} ${product}`, words)) if (word) shown.add(word);
	const others = exact ? [] : words.filter((word) => !shown.has(word));
	const mentions = `Also mentions ${listOfWords.format(others.map((word) => `“${word}”`))}.`;
	return element(
		'li',
		'result',
		title,
		nameNode,
		answerNode,
		...(others.length > 0 ? [element('p', 'result-why', mentions)] : []),
	);
}

function count(guides: number): string {
	return `${guides} ${guides === 1 ? 'guide' : 'guides'}`;
}

/** The text as a status line quotes it. */
function quote(text: string): string {
	const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
	return `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`;
}

/**
 * Runs the search page: the finder's matches, below them those of the full text, the facets, and the address that holds
 * a typed query. A paste stays on this page; only a link that the reader asks for has it, behind the `#`, which no
 * browser sends.
 */
export function init(root: HTMLElement): void {
	const form = root.querySelector('form');
	const input = root.querySelector<HTMLInputElement>('input[name="q"]');
	const [status, matchHead, matchList, hitHead, hitList, more, sidebar, share] = [
		'status',
		'match-head',
		'matches',
		'hit-head',
		'results',
		'more',
		'facets',
		'share',
	].map((name) => root.querySelector<HTMLElement>(`[data-${name}]`));
	if (!form || !input || !status || !matchHead || !matchList) return;
	if (!hitHead || !hitList || !more || !sidebar || !share) return;

	adoptStyles();
	root.querySelector('[data-unscripted]')?.remove();
	const facets = new Facets();
	const parts = (root.dataset['parts'] ?? '').split(' ');
	let run = 0;
	let facetsOf = '';
	let typing: ReturnType<typeof setTimeout> | undefined;
	let speaking: ReturnType<typeof setTimeout> | undefined;

	const say = (message: string) => {
		clearTimeout(speaking);
		speaking = setTimeout(() => (status.textContent = message), 200);
	};
	const clear = () => {
		for (const node of [matchHead, matchList, hitHead, hitList, more, share])
			node.replaceChildren();
	};

	const showMatches = (text: string, found: Found) => {
		const { state, matches } = found.result;
		matchHead.replaceChildren(
			...(matches.length > 0 ? [element('h2', 'results-head', headings[state])] : []),
			...suggestionNodes(found.result),
		);
		matchList.replaceChildren(
			...matches.map((match, index) => matchItem(match, text, found, index === 0)),
		);
	};

	const showShare = (text: string) => {
		const address = location.origin + (field.isLong() ? pastePath(text) : searchPath(text));
		if (address.length > longestLink) {
			share.replaceChildren();
			return;
		}
		const what = field.isLong() ? 'Copy a link with your text' : 'Copy a link to this search';
		const button = element('button', 'search-tool', what);
		button.type = 'button';
		button.addEventListener('click', () => {
			navigator.clipboard.writeText(address).then(
				() => (button.textContent = 'Link copied'),
				() => (button.textContent = address),
			);
		});
		share.replaceChildren(button);
	};

	const showNothing = (text: string) => {
		more.replaceChildren(
			element(
				'p',
				'',
				'Search for the code alone, or for fewer words of the message. You can also ',
				link(sitePath('/codes/'), 'look through every code'),
				', or ask for a guide.',
			),
			requestNode(text),
		);
	};

	const showHits = (all: readonly Hit[], found: Found | undefined) => {
		const known = new Set(found?.result.matches.map(({ guide }) => guidePath(guide.id)));
		const hits = all.filter(({ url }) => !known.has(url));
		hitHead.replaceChildren(
			...(hits.length > 0 && known.size > 0
				? [element('h2', 'results-head', 'Other guides with these words')]
				: hits.length > 0
					? [element('h2', 'results-head', 'Guides with these words')]
					: []),
		);
		hitList.replaceChildren(...hits.map(hitItem));
		return hits.length;
	};

	/** Both searches; each shows what it has as soon as it has it, and the other one's failure takes nothing away. */
	const search = async (isTyping: boolean) => {
		run += 1;
		const current = run;
		const text = field.text();
		if (text.trim() === '') {
			clear();
			sidebar.replaceChildren();
			facetsOf = '';
			status.textContent = 'Type a code or words of the message, or paste the whole error.';
			return;
		}
		if (root.dataset['dev'] !== undefined) {
			status.textContent = 'Search needs a built site: run npm start.';
			return;
		}
		status.textContent ||= 'Searching…';
		more.replaceChildren();
		const found = await ask(text).catch((error: unknown) => {
			console.error(error);
			return undefined;
		});
		if (current !== run) return;
		if (found) {
			showMatches(text, found);
			if (found.result.matches.length > 0) say(summary(found.result));
		} else {
			matchHead.replaceChildren(
				element(
					'p',
					'results-problem',
					'The list of codes could not be loaded. This is what the text search finds.',
				),
			);
			matchList.replaceChildren();
		}
		showShare(text);
		if (isTyping) {
			await new Promise((done) => setTimeout(done, fullTextPauseMs));
			if (current !== run) return;
		}
		try {
			const unfiltered = facetsOf === text ? undefined : await fullTextHits(text, {}, parts);
			const hits =
				unfiltered && facets.isEmpty
					? unfiltered
					: await fullTextHits(text, facets.filters(), parts);
			if (current !== run) return;
			if (unfiltered) sidebar.replaceChildren(...facets.nodes(unfiltered));
			facetsOf = text;
			const others = showHits(hits, found);
			const matches = found?.result.matches.length ?? 0;
			const sure = found?.result.state === 'certain' ? `${summary(found.result)} ` : '';
			say(
				others + matches === 0
					? `Nothing found for ${quote(text)}.`
					: `${sure}${count(others + matches)} for ${quote(text)}.`,
			);
			if (matches === 0) showNothing(text);
		} catch (error) {
			console.error(error);
			if (current !== run) return;
			hitHead.replaceChildren();
			hitList.replaceChildren();
			sidebar.replaceChildren();
			facetsOf = '';
			if (found && found.result.matches.length > 0) return;
			say('The search index could not be loaded.');
			more.replaceChildren(
				'Check the connection and search again, or ',
				link(sitePath('/codes/'), 'look through every code'),
				'.',
			);
		}
	};

	const changed = () => {
		clearTimeout(typing);
		typing = setTimeout(() => void search(true), field.isLong() ? 0 : typingPauseMs);
	};
	const field = growingField(form, input, changed, (message) => {
		clear();
		status.textContent = message;
	});

	/** A typed query stands in the address; a paste only in this entry of the history. */
	const remember = (method: 'pushState' | 'replaceState') => {
		const parameters = new URLSearchParams();
		const text = field.text();
		if (text && !field.isLong()) parameters.set('q', text);
		facets.write(parameters);
		const query = parameters.toString();
		const state = field.isLong() ? { text } : null;
		history[method](state, '', query ? `?${query}` : location.pathname);
	};

	const readHash = (): string => {
		try {
			return decodeURIComponent(location.hash.slice(1));
		} catch {
			return '';
		}
	};
	const restore = () => {
		facetsOf = '';
		const parameters = new URLSearchParams(location.search);
		// Put there by `remember`.
		const kept = (history.state as { readonly text?: unknown } | null)?.text;
		const shared = readHash();
		facets.read(parameters);
		field.set(shared || (typeof kept === 'string' ? kept : (parameters.get('q') ?? '')));
		// From the address into the history, where nobody looks over a shoulder.
		if (shared) remember('replaceState');
		status.textContent = '';
		clear();
		void search(false);
	};

	form.addEventListener('focusin', wake, { once: true });
	form.addEventListener('input', (event) => {
		if (event.target === field.node()) changed();
	});
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		clearTimeout(typing);
		facetsOf = '';
		facets.clear();
		remember('pushState');
		void search(false);
	});
	form.addEventListener('keydown', (event) => {
		if (event.isComposing || event.target !== field.node()) return;
		if (event.key === 'Enter' && field.isLong() && !event.shiftKey) {
			event.preventDefault();
			form.requestSubmit();
		} else if (event.key === 'ArrowDown' && !field.isLong()) {
			const first = root.querySelector<HTMLAnchorElement>('.result-title a');
			if (!first) return;
			event.preventDefault();
			first.focus();
		}
	});
	sidebar.addEventListener('change', (event) => {
		if (!(event.target instanceof HTMLInputElement)) return;
		facets.change(event.target);
		remember('replaceState');
		void search(false);
	});
	addEventListener('popstate', restore);
	addEventListener('hashchange', restore);
	restore();
}
