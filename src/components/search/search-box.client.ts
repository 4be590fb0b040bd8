import type { Match } from '#finder/find.ts';
import { guidePath, pastePath, searchPath } from '#lib/url.ts';
import { growingField } from './field.ts';
import { ask, type Found } from './finder-client.ts';
import {
	element,
	excerpt,
	headings,
	link,
	matchTitle,
	requestNode,
	suggestionNodes,
	summary,
} from './nodes.ts';
import { adoptStyles } from './styles.ts';

/*
 * The search box of the header and of the home page: a combobox with a list, as the ARIA Authoring Practices describe
 * it, which becomes a text area above the same list when something long is pasted. Before this script is there, and
 * without it, the form leads to /search/.
 */

const typingPauseMs = 90;
/** Those who hear the page are told when the list has come to rest. */
const announcePauseMs = 700;
/** So much of a paste goes along to the page of results, in UTF-16 code units. */
const longestPaste = 20_000;

let boxes = 0;

function optionNode(match: Match, text: string, id: string, isLong: boolean): HTMLLIElement {
	const { guide, why } = match;
	const option = element(
		'li',
		'box-option',
		element('span', '', ...matchTitle(match)),
		element('span', '', guide.name),
		element('span', 'found-why', `${match.isAlternative ? 'If it is not that: ' : ''}${why}`),
		...(isLong ? [excerpt(text, match.span)] : []),
	);
	option.id = id;
	option.role = 'option';
	option.ariaSelected = 'false';
	option.dataset['href'] = guidePath(guide.id);
	return option;
}

/** Gives a search form its list. `input` may be focused already, and hold what was typed before this script came. */
export function init(form: HTMLFormElement): void {
	const found = form.querySelector<HTMLInputElement>('input[name="q"]');
	if (!found) return;
	const input = found;
	adoptStyles();
	boxes += 1;
	const listId = `found-${boxes}`;
	const list = element('ul', 'box-list');
	list.id = listId;
	list.role = 'listbox';
	list.ariaLabel = 'Guides';
	const head = element('p', 'box-head');
	const foot = element('div', 'box-foot');
	const panel = element('div', 'box-panel', head, list, foot);
	panel.hidden = true;
	const status = element('p', 'visually-hidden');
	status.role = 'status';
	form.append(panel, status);

	let shown: Found | undefined;
	let shownText = '';
	let selected = -1;
	let run = 0;
	let typing: ReturnType<typeof setTimeout> | undefined;
	let speaking: ReturnType<typeof setTimeout> | undefined;
	let goWhenFound = false;

	const announce = (message: string) => {
		clearTimeout(speaking);
		speaking = setTimeout(() => (status.textContent = message), announcePauseMs);
	};
	const options = () => [...list.children].filter((node) => node instanceof HTMLElement);
	const select = (position: number) => {
		selected = position;
		options().forEach((option, index) => (option.ariaSelected = String(index === position)));
		const option = options()[position];
		const node = field.node();
		if (option) {
			node.setAttribute('aria-activedescendant', option.id);
			option.scrollIntoView({ block: 'nearest' });
		} else node.removeAttribute('aria-activedescendant');
	};
	const open = (isOpen: boolean) => {
		panel.hidden = !isOpen;
		input.ariaExpanded = String(isOpen && list.childElementCount > 0);
		if (!isOpen) select(-1);
	};
	const close = () => {
		run += 1;
		clearTimeout(typing);
		open(false);
	};
	const go = (href: string) => {
		close();
		location.assign(href);
	};
	/** The page of all results: with a short query in its address, with a paste only behind its `#`. */
	const resultsHref = () =>
		field.isLong() ? pastePath(field.text().slice(0, longestPaste)) : searchPath(field.text());

	const showFailure = () => {
		head.textContent = 'The list of codes could not be loaded.';
		list.replaceChildren();
		foot.replaceChildren(link(resultsHref(), 'Search the text of all guides'));
		open(true);
		announce('The list of codes could not be loaded.');
	};
	const show = (text: string, answer: Found) => {
		const { state, matches } = answer.result;
		shown = answer;
		shownText = text;
		head.textContent = headings[state];
		list.replaceChildren(
			...matches.map((match, index) =>
				optionNode(match, text, `${listId}-${index}`, field.isLong()),
			),
		);
		foot.replaceChildren(
			...suggestionNodes(answer.result),
			link(resultsHref(), state === 'certain' ? 'All results' : 'Search the text of all guides'),
			...(state === 'unknown' ? [requestNode(text)] : []),
		);
		open(true);
		announce(summary(answer.result));
	};
	const search = async () => {
		run += 1;
		const current = run;
		const text = field.text();
		if (text.trim() === '') {
			shown = undefined;
			open(false);
			return;
		}
		try {
			const answer = await ask(text);
			if (current !== run) return;
			show(text, answer);
			if (goWhenFound) enter();
		} catch (error) {
			console.error(error);
			if (current === run) showFailure();
		}
	};
	const changed = () => {
		clearTimeout(typing);
		goWhenFound = false;
		typing = setTimeout(() => void search(), field.isLong() ? 0 : typingPauseMs);
	};
	const field = growingField(form, input, changed, (message) => {
		head.textContent = message;
		list.replaceChildren();
		foot.replaceChildren();
		open(true);
		announce(message);
	});

	/** Enter: to the chosen guide, else to the one that is certain, else to the page of results. */
	const enter = () => {
		const chosen = options()[selected]?.dataset['href'];
		if (chosen) {
			go(chosen);
			return;
		}
		const [first, second] = shown?.result.matches ?? [];
		if (shown?.result.state === 'certain' && first) {
			// Several errors in one log: the reader chooses.
			if (!second || second.isAlternative || !field.isLong()) go(guidePath(first.guide.id));
			else select(0);
			return;
		}
		if (!field.isLong()) go(resultsHref());
		else if (options().length > 0) select(0);
	};

	const announcesList = (node: HTMLElement) => {
		node.setAttribute('aria-controls', listId);
		node.setAttribute('aria-autocomplete', 'list');
	};
	input.role = 'combobox';
	input.ariaExpanded = 'false';
	announcesList(input);

	form.addEventListener('input', (event) => {
		if (event.target === field.node()) changed();
	});
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		if (field.text().trim() === '') return;
		clearTimeout(typing);
		if (shown && shownText === field.text() && !panel.hidden) enter();
		else {
			goWhenFound = true;
			void search();
		}
	});
	form.addEventListener('keydown', (event) => {
		if (event.isComposing || event.target !== field.node()) return;
		const last = options().length - 1;
		const { key } = event;
		if (key === 'Escape' && !panel.hidden) {
			event.preventDefault();
			close();
		} else if (key === 'Enter' && field.isLong() && !event.shiftKey) {
			event.preventDefault();
			form.requestSubmit();
		} else if ((key === 'ArrowDown' || key === 'ArrowUp') && movesInList(key)) {
			event.preventDefault();
			if (panel.hidden) {
				if (shown && shownText === field.text()) open(true);
				else void search();
				return;
			}
			const step = key === 'ArrowDown' ? 1 : -1;
			// Past either end comes the field itself.
			const next = selected + step;
			select(next > last ? -1 : next < -1 ? last : next);
		}
	});
	/** In a text area the arrows move the caret, until it stands at the end. */
	const movesInList = (key: string) => {
		const node = field.node();
		if (node instanceof HTMLInputElement || selected >= 0) return true;
		return key === 'ArrowDown' && (node.readOnly || node.selectionEnd === node.value.length);
	};
	list.addEventListener('mousedown', (event) => event.preventDefault());
	list.addEventListener('click', (event) => {
		const option = event.target instanceof Element ? event.target.closest('li') : null;
		const href = option?.dataset['href'];
		if (!href) return;
		if (event.ctrlKey || event.metaKey) window.open(href, '_blank', 'noopener');
		else go(href);
	});
	form.addEventListener('focusout', (event) => {
		if (!(event.relatedTarget instanceof Node) || !form.contains(event.relatedTarget)) close();
	});
	addEventListener('pageshow', (event) => {
		if (event.persisted) close();
	});
	if (input.value !== '' && document.activeElement === input) changed();
}
