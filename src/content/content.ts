import { createHash } from 'node:crypto';
import type { Category } from '#schema/category.ts';
import type { Guide } from '#schema/guide.ts';
import type { Product } from '#schema/product.ts';
import { checkAcrossFiles } from './across-files.ts';
import { readCatalog } from './catalog.ts';
import { sortFiles, type ContentFile, type GuideFile } from './content-file.ts';
import { compareDiagnostics, type Diagnostic } from './diagnostic.ts';
import { parseGuide, type Outline } from './parse.ts';
import { withProof } from './proof.ts';
import { placeInFrontmatter } from './source.ts';

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

/** The guide that an earlier run compiled from input of this digest. */
export type GuideCache = (digest: string) => Guide | undefined;

interface CompiledGuides {
	readonly guides: readonly DigestedGuide[];
	readonly outlines: readonly Outline[];
	readonly broken: readonly string[];
	readonly parsed: number;
}

function digestOf({ id, file, proof, lab }: GuideFile, version: string): string {
	const hash = createHash('sha1').update(version).update(id).update('\0').update(file.bytes);
	// A proof without its lab proves nothing.
	if (proof && lab) hash.update('\0').update(proof).update('\0').update(lab);
	return hash.digest('base64url');
}

/** Parses the guides, except those that the cache has. */
function compileGuides(
	files: readonly GuideFile[],
	version: string,
	cached: GuideCache,
	findings: Diagnostic[],
): CompiledGuides {
	const guides: DigestedGuide[] = [];
	const outlines: Outline[] = [];
	const broken: string[] = [];
	let parsed = 0;
	for (const source of files) {
		const { id, file, proof, lab } = source;
		const digest = digestOf(source, version);
		const known = cached(digest);
		if (known) {
			outlines.push(known);
			guides.push({ guide: known, digest });
			continue;
		}
		parsed += 1;
		const { guide, outline, findings: found } = parseGuide(file.path, file.bytes);
		findings.push(...found);
		if (outline) outlines.push(outline);
		if (guide) guides.push({ guide: proof && lab ? withProof(guide, proof, lab) : guide, digest });
		else broken.push(id);
	}
	return { guides, outlines, broken, parsed };
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
	const { guideFiles, productFiles, categoriesFile, strayFindings } = sortFiles(files);
	const findings: Diagnostic[] = [...strayFindings];
	const catalog = readCatalog(productFiles, categoriesFile, findings);
	const { guides, outlines, broken, parsed } = compileGuides(guideFiles, version, cached, findings);
	const fileOf = new Map(guideFiles.map(({ id, file }) => [id, file]));
	checkAcrossFiles(
		{
			...catalog,
			guides: guides.map(({ guide }) => guide),
			outlines,
			ids: new Set(fileOf.keys()),
			locate: (id, path) => {
				const file = fileOf.get(id);
				return (file && placeInFrontmatter(file.path, file.bytes, path)) ?? { line: 1, column: 1 };
			},
		},
		findings,
	);
	return {
		categories: catalog.categories ?? [],
		products: catalog.products.map(({ product }) => product),
		guides,
		broken,
		diagnostics: findings.sort(compareDiagnostics),
		parsed,
	};
}
