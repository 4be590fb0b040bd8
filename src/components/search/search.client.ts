import { searchFullText, type Filters, type Hit, type Pagefind } from '#finder/full-text.ts';
import { requestUrl } from '#lib/url.ts';

interface PagefindModule {
	createInstance(options?: {
		readonly basePath?: string;
		readonly excerptLength?: number;
	}): Pagefind & {
		destroy(): Promise<void>;
	};
}

const facets = [
	{ key: 'category', title: 'Category' },
	{ key: 'product', title: 'Product' },
] as const;
type FacetKey = (typeof facets)[number]['key'];

let loading: Promise<PagefindModule> | undefined;

function loadPagefind(): Promise<PagefindModule> {
	// A variable address keeps the bundler from looking for a file that the build writes later.
	const address = '/pagefind/pagefind.js';
	// The file is Pagefind's; its types are not published with it.
	loading ??= import(/* @vite-ignore */ address) as Promise<PagefindModule>;
	loading.catch(() => (loading = undefined));
	return loading;
}

function element<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	className: string,
	...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
	const node = document.createElement(name);
	if (className) node.className = className;
	node.append(...children);
	return node;
}

function link(href: string, text: string): HTMLAnchorElement {
	const anchor = element('a', '', text);
	anchor.href = href;
	return anchor;
}

/** The excerpt as nodes: nothing of it is ever read as HTML. */
function excerptNodes(excerpt: string): (Node | string)[] {
	const decode = (text: string) =>
		text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
	return excerpt.split(/(<mark>.*?<\/mark>)/).map((part) => {
		const marked = /^<mark>(.*)<\/mark>$/.exec(part)?.[1];
		return marked === undefined ? decode(part) : element('mark', '', decode(marked));
	});
}

function resultItem(hit: Hit): HTMLLIElement {
	const anchor = link(hit.url, '');
	anchor.append(element('code', '', hit.code));
	const title = element(
		'h2',
		'result-title',
		anchor,
		element('span', 'result-product', hit.product),
	);
	return element(
		'li',
		'result',
		title,
		element('p', 'result-name', hit.name),
		element('p', 'result-excerpt', ...excerptNodes(hit.excerpt)),
	);
}

function readState(
	form: HTMLFormElement,
	selected: ReadonlyMap<FacetKey, Set<string>>,
): URLSearchParams {
	const state = new URLSearchParams();
	const query = new FormData(form).get('q');
	if (typeof query === 'string' && query) state.set('q', query);
	for (const [key, values] of selected) for (const value of values) state.append(key, value);
	return state;
}

/** Runs the search page: the form, the facets, the list, and the address that holds their state. */
export function init(root: HTMLElement): void {
	const form = root.querySelector('form');
	const input = root.querySelector<HTMLInputElement>('input[name="q"]');
	const status = root.querySelector<HTMLElement>('[data-status]');
	const list = root.querySelector<HTMLElement>('[data-results]');
	const more = root.querySelector<HTMLElement>('[data-more]');
	const sidebar = root.querySelector<HTMLElement>('[data-facets]');
	if (!form || !input || !status || !list || !more || !sidebar) return;

	root.querySelector('[data-unscripted]')?.remove();
	const selected = new Map<FacetKey, Set<string>>(facets.map(({ key }) => [key, new Set()]));
	let run = 0;
	let facetsOf = '';

	const filters = (): Filters =>
		Object.fromEntries(
			[...selected]
				.filter(([, values]) => values.size > 0)
				.map(([key, values]) => [key, { any: [...values] }]),
		);

	const clear = () => {
		list.replaceChildren();
		more.replaceChildren();
	};

	const facetGroup = ({ key, title }: (typeof facets)[number], hits: readonly Hit[]) => {
		const chosen = selected.get(key);
		const counts = new Map<string, number>([...(chosen ?? [])].map((value) => [value, 0]));
		for (const hit of hits) if (hit[key]) counts.set(hit[key], (counts.get(hit[key]) ?? 0) + 1);
		if (counts.size < 2 && !chosen?.size) return [];
		const options = [...counts]
			.sort(([a], [b]) => a.localeCompare(b, 'en'))
			.map(([value, count]) => {
				const box = element('input', '');
				box.type = 'checkbox';
				box.name = key;
				box.value = value;
				box.checked = chosen?.has(value) ?? false;
				return element(
					'label',
					'',
					box,
					` ${value} `,
					element('span', 'facet-count', String(count)),
				);
			});
		return [element('fieldset', 'facet', element('legend', '', title), ...options)];
	};

	const showFacets = (hits: readonly Hit[]) => {
		const groups = facets.flatMap((facet) => facetGroup(facet, hits));
		if (groups.length === 0) {
			sidebar.replaceChildren();
			return;
		}
		const details = element('details', 'facets', element('summary', '', 'Filter'), ...groups);
		// Closed on a phone, where the results come first; beside them there is room.
		details.open =
			matchMedia('(width >= 52rem)').matches ||
			[...selected.values()].some((values) => values.size > 0);
		sidebar.replaceChildren(details);
	};

	const showHits = (query: string, hits: readonly Hit[]) => {
		clear();
		if (hits.length === 0) {
			status.textContent = `Nothing found for “${query}”.`;
			more.append(
				'Search for the code alone, or for fewer words of the message. You can also ',
				link('/codes/', 'look through every code'),
				' or ',
				link(requestUrl(query.slice(0, 60)), 'ask for a guide'),
				'.',
			);
			return;
		}
		status.textContent = `${hits.length} ${hits.length === 1 ? 'guide' : 'guides'} for “${query}”.`;
		list.append(...hits.map(resultItem));
	};

	const fail = () => {
		clear();
		sidebar.replaceChildren();
		facetsOf = '';
		status.textContent = 'The search index could not be loaded.';
		more.append(
			'Check the connection and search again, or ',
			link('/codes/', 'look through every code'),
			'.',
		);
	};

	const search = async () => {
		run += 1;
		const current = run;
		const query = input.value.trim();
		if (query === '') {
			clear();
			sidebar.replaceChildren();
			facetsOf = '';
			status.textContent = 'Type a code or words of the message.';
			return;
		}
		if (root.dataset['dev'] !== undefined) {
			status.textContent = 'Search needs a built site: run npm start.';
			return;
		}
		status.textContent = 'Searching…';
		try {
			const { createInstance } = await loadPagefind();
			// Pagefind's answers depend on what it loaded for earlier queries, so each query gets an instance of its own.
			const pagefind = createInstance({ basePath: '/pagefind/', excerptLength: 24 });
			const unfiltered = facetsOf === query ? undefined : await searchFullText(pagefind, query, {});
			const chosen = filters();
			const hits =
				unfiltered && Object.keys(chosen).length === 0
					? unfiltered
					: await searchFullText(pagefind, query, chosen);
			void pagefind.destroy();
			if (current !== run) return;
			if (unfiltered) showFacets(unfiltered);
			facetsOf = query;
			showHits(query, hits);
		} catch (error) {
			console.error(error);
			if (current === run) fail();
		}
	};

	const remember = (method: 'pushState' | 'replaceState') => {
		const state = readState(form, selected).toString();
		history[method](null, '', state ? `?${state}` : location.pathname);
	};

	const restore = () => {
		facetsOf = '';
		const parameters = new URLSearchParams(location.search);
		input.value = parameters.get('q') ?? '';
		for (const [key, values] of selected) {
			values.clear();
			for (const value of parameters.getAll(key)) values.add(value);
		}
		void search();
	};

	form.addEventListener('submit', (event) => {
		event.preventDefault();
		facetsOf = '';
		for (const values of selected.values()) values.clear();
		remember('pushState');
		void search();
	});
	sidebar.addEventListener('change', (event) => {
		const box = event.target;
		if (!(box instanceof HTMLInputElement)) return;
		const values = facets.some(({ key }) => key === box.name)
			? selected.get(box.name as FacetKey)
			: undefined;
		if (box.checked) values?.add(box.value);
		else values?.delete(box.value);
		remember('replaceState');
		void search();
	});
	addEventListener('popstate', restore);
	restore();
}
