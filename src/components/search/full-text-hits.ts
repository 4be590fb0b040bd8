import { searchFullText, type Filters, type Hit, type Pagefind } from '#finder/full-text.ts';
import { sitePath } from '#lib/url.ts';

interface PagefindModule {
	createInstance(options: { readonly basePath: string }): Pagefind & {
		mergeIndex(path: string): Promise<void>;
		destroy(): Promise<void>;
	};
}

/** Words of the text that are searched: of a long paste its beginning would say little, and no more is needed. */
const mostSearched = 2000;

let loading: Promise<PagefindModule> | undefined;

function loadPagefind(): Promise<PagefindModule> {
	// A variable address keeps the bundler from looking for a file that the build writes later.
	const address = sitePath('/pagefind/pagefind.js');
	// The file is Pagefind's; its types are not published with it.
	loading ??= import(/* @vite-ignore */ address) as Promise<PagefindModule>;
	loading.catch(() => (loading = undefined));
	return loading;
}

/**
 * Guides whose text has the words, best first, from all parts of the full-text index. Rejects when it does not load.
 */
export async function fullTextHits(
	text: string,
	filters: Filters,
	[basePath = '', ...otherParts]: readonly string[],
): Promise<readonly Hit[]> {
	// Pagefind's answers depend on what it loaded for earlier queries, so each query gets an instance of its own.
	const pagefind = (await loadPagefind()).createInstance({ basePath });
	try {
		await Promise.all(otherParts.map((part) => pagefind.mergeIndex(part)));
		return await searchFullText(pagefind, text.slice(0, mostSearched), filters);
	} finally {
		void pagefind.destroy();
	}
}
