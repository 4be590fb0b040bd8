import { compileContent } from '#content/content.ts';
import { readContentFiles } from '#content/content-files.ts';
import { buildIndex } from '#finder/index-build.ts';
import { toIndexedGuides, toIndexedProducts } from '#finder/indexed.ts';
import { IndexReader } from '#finder/index-reader.ts';
import type { IndexedGuide, IndexedProduct } from '#finder/index-shape.ts';
import { hashOf } from '#finder/hash.ts';

function digest(text: string): string {
	return hashOf(text).toString(16).padStart(8, '0');
}

/** An index in memory, which counts what is read of it. */
export function openIndex(
	guides: readonly IndexedGuide[],
	products: readonly IndexedProduct[] = [],
): { readonly index: IndexReader; readonly read: readonly string[] } {
	const files = buildIndex(guides, products, digest);
	const read: string[] = [];
	const index = new IndexReader((name) => {
		read.push(name);
		const text = files.get(name);
		// Parsed anew each time, as a browser does.
		return text === undefined
			? Promise.reject(new Error(`no file ${name}`))
			: Promise.resolve(JSON.parse(text) as unknown);
	});
	return { index, read };
}

/** The index of the project's own content. */
export function openContentIndex(): IndexReader {
	const { guides, products } = compileContent(
		readContentFiles(process.cwd()),
		'test',
		() => undefined,
	);
	return openIndex(toIndexedGuides(guides.map(({ guide }) => guide)), toIndexedProducts(products))
		.index;
}

/** A guide with what a test does not care about filled in. */
export function indexedGuide(
	guide: Pick<IndexedGuide, 'id' | 'code'> & Partial<IndexedGuide>,
): IndexedGuide {
	return {
		name: 'A name',
		product: guide.id.split('/')[0] ?? '',
		aliases: [],
		messages: [],
		answer: 'The quick answer.',
		causes: [],
		proven: false,
		...guide,
	};
}
