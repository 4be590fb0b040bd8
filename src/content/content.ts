import { createHash } from 'node:crypto';
import type { Category } from '#schema/category.ts';
import type { Guide } from '#schema/guide.ts';
import type { Product } from '#schema/product.ts';
import { checkAcrossFiles, guideFile } from './across-files.ts';
import { productSlugOf, readCategories, readProduct, type ReadProduct } from './catalog.ts';
import { compareDiagnostics, type Diagnostic } from './diagnostic.ts';
import { placeInFrontmatter } from './source.ts';
import { parseGuide, type Outline } from './parse.ts';
import { labFile, proofFile, withProof } from './proof.ts';

/** One file below `content/`, with its path relative to the repository and forward slashes. */
export interface ContentFile {
	readonly path: string;
	readonly bytes: Uint8Array;
}

export interface DigestedGuide {
	readonly guide: Guide;
	/** Changes when the file, its path, its proof, its lab or the compiler changes, and only then. */
	readonly digest: string;
}

export interface Content {
	readonly categories: readonly Category[];
	readonly products: readonly Product[];
	/** The guides without findings of their own. */
	readonly guides: readonly DigestedGuide[];
	/** The ids of the guides that have findings of their own. */
	readonly broken: readonly string[];
	readonly diagnostics: readonly Diagnostic[];
	/** How many guides were parsed, and not taken from the cache. */
	readonly parsed: number;
}

/** What an earlier run knows about a guide: the guide, when its digest is the same as now. */
export type GuideCache = (id: string, digest: string) => Guide | undefined;

const guidePath = /^content\/guides\/([^/]+\/[^/]+)\.mdx$/;
const productPath = /^content\/products\/[^/]+\.yaml$/;
const categoriesPath = 'content/categories.yaml';

/** Files that lie in `content/` for other tools, or for the editorial pages. */
const foreign = /^content\/(?:pages|labs|proofs)\//;

function stray(path: string): Diagnostic {
	const misplaced = path.startsWith('content/guides/') && path.endsWith('.mdx');
	const message = misplaced
		? 'This guide does not lie in the folder of a product.'
		: 'This file is none of a guide, a product or the list of categories.';
	return {
		code: 'file/stray',
		file: path,
		line: 1,
		column: 1,
		message,
		fix: 'Guides are content/guides/<product>/<slug>.mdx, products content/products/<product>.yaml. Move or delete it.',
	};
}

/**
 * All content at once: parsed, checked one by one and across files. Pure; the same files give the same result.
 * `version` tells the digests of one compiler from those of another.
 */
export function compileContent(
	files: readonly ContentFile[],
	version: string,
	cached: GuideCache,
): Content {
	const findings: Diagnostic[] = [];
	const guides: DigestedGuide[] = [];
	const outlines: Outline[] = [];
	const ids = new Set<string>();
	const broken: string[] = [];
	const products: ReadProduct[] = [];
	const productSlugs = new Set<string>();
	let categories: readonly Category[] | undefined;
	let hasCategories = false;
	let parsed = 0;
	const bytesOf = new Map(files.map(({ path, bytes }) => [path, bytes]));

	for (const { path, bytes } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
		const id = guidePath.exec(path)?.[1];
		if (id) {
			ids.add(id);
			const proof = bytesOf.get(proofFile(id));
			const lab = bytesOf.get(labFile(id));
			const hash = createHash('sha1').update(version).update(id).update('\0').update(bytes);
			// A proof without its lab proves nothing.
			if (proof && lab) hash.update('\0').update(proof).update('\0').update(lab);
			const digest = hash.digest('base64url');
			let guide = cached(id, digest);
			if (guide) {
				outlines.push(guide);
			} else {
				parsed += 1;
				const result = parseGuide(path, bytes);
				findings.push(...result.findings);
				if (result.outline) outlines.push(result.outline);
				guide = result.guide && proof && lab ? withProof(result.guide, proof, lab) : result.guide;
			}
			if (guide) guides.push({ guide, digest });
			else broken.push(id);
		} else if (productPath.test(path)) {
			productSlugs.add(productSlugOf(path));
			const product = readProduct(path, bytes, findings);
			if (product) products.push(product);
		} else if (path === categoriesPath) {
			hasCategories = true;
			categories = readCategories(path, bytes, findings);
		} else if (!foreign.test(path)) {
			findings.push(stray(path));
		}
	}
	if (!hasCategories) {
		findings.push({
			code: 'category/schema',
			file: categoriesPath,
			line: 1,
			column: 1,
			message: 'There is no content/categories.yaml.',
			fix: 'Add it: a list of slug, name and summary.',
		});
	}
	const locate = (id: string, path: readonly PropertyKey[]) => {
		const file = files.find((candidate) => candidate.path === guideFile(id));
		return (file && placeInFrontmatter(file.path, file.bytes, path)) ?? { line: 1, column: 1 };
	};
	checkAcrossFiles(
		{
			guides: guides.map(({ guide }) => guide),
			outlines,
			ids,
			products,
			productSlugs,
			categories,
			locate,
		},
		findings,
	);
	return {
		categories: categories ?? [],
		products: products.map(({ product }) => product),
		guides,
		broken,
		diagnostics: findings.sort(compareDiagnostics),
		parsed,
	};
}
