import { codeKey } from '#lib/notation.ts';
import { nearest } from '#lib/nearest.ts';
import { guideOfPath } from '#lib/url.ts';
import type { Category } from '#schema/category.ts';
import type { Guide } from '#schema/guide.ts';
import { anchorsOf } from './anchors.ts';
import type { ReadProduct } from './catalog.ts';
import type { Diagnostic } from './diagnostic.ts';
import { reporter } from './draft.ts';
import type { Outline } from './parse.ts';

/** What the rules that compare files look at. `ids` also holds the guides that cannot be read. */
export interface Site {
	readonly guides: readonly Guide[];
	/** Of all guides, also of those that have findings of their own. */
	readonly outlines: readonly Outline[];
	readonly ids: ReadonlySet<string>;
	readonly products: readonly ReadProduct[];
	/** Slugs of all product files, readable or not. */
	readonly productSlugs: ReadonlySet<string>;
	/** Missing when `categories.yaml` could not be read. */
	readonly categories: readonly Category[] | undefined;
}

export function guideFile(id: string): string {
	return `content/guides/${id}.mdx`;
}

function checkProducts({ products, categories }: Site, findings: Diagnostic[]): void {
	if (!categories) return;
	const slugs = categories.map(({ slug }) => slug);
	for (const { product, file, categoryPlace } of products) {
		if (slugs.includes(product.category)) continue;
		const suggestion = nearest(product.category, slugs);
		reporter(file, findings)(
			'product/unknown-category',
			categoryPlace,
			`category is "${product.category}", and content/categories.yaml has no such slug.`,
			suggestion ? `Did you mean "${suggestion}"?` : `The categories are: ${slugs.join(', ')}.`,
		);
	}
}

function checkNames({ outlines }: Site, findings: Diagnostic[]): void {
	const owners = new Map<string, string>();
	for (const { id, product, code, aliases = [], namePlaces = [] } of outlines) {
		if (code === undefined) continue;
		const report = reporter(guideFile(id), findings);
		[code, ...aliases].forEach((name, index) => {
			const key = `${product} ${/^-\d+$/.test(name) ? name : codeKey(name)}`;
			const owner = owners.get(key);
			if (owner && owner !== id) {
				const place = namePlaces[index] ?? { line: 1, column: 1 };
				report(
					'guide/duplicate-code',
					place,
					`"${name}" also belongs to ${guideFile(owner)}.`,
					'Let one guide have it, and relate the two.',
				);
			}
			owners.set(key, owner ?? id);
		});
	}
}

/** The guide and fragment that a link of this guide leads to; nothing for pages of another kind. */
function guideTarget(from: string, target: string): { id: string; fragment: string } | undefined {
	const [path = '', fragment = ''] = target.split('#');
	const id = path === '' ? from : guideOfPath(path);
	return id === undefined ? undefined : { id, fragment };
}

function checkReferences(
	{ guides, outlines, ids, productSlugs }: Site,
	findings: Diagnostic[],
): void {
	const byId = new Map(guides.map((guide) => [guide.id, guide]));
	for (const guide of outlines) {
		const report = reporter(guideFile(guide.id), findings);
		for (const { kind, target, place } of guide.references) {
			if (kind === 'product') {
				if (productSlugs.has(target)) continue;
				const suggestion = nearest(target, productSlugs);
				report(
					'guide/unknown-product',
					place,
					`product is "${target}", and there is no content/products/${target}.yaml.`,
					suggestion ? `Did you mean "${suggestion}"?` : 'Add that file, or correct the product.',
				);
				continue;
			}
			if (kind === 'related') {
				if (ids.has(target)) continue;
				const suggestion = nearest(target, ids);
				report(
					'related/unknown-guide',
					place,
					`The related guide "${target}" does not exist.`,
					suggestion
						? `Did you mean "${suggestion}"?`
						: 'Correct it, or remove it until the guide is written.',
				);
				continue;
			}
			const to = guideTarget(guide.id, target);
			if (!to) continue;
			if (!ids.has(to.id)) {
				const suggestion = nearest(to.id, ids);
				const fix = suggestion
					? `Did you mean "/errors/${suggestion}/"?`
					: 'Correct it, or remove the link.';
				report(
					'link/missing-page',
					place,
					`The link leads to "${target}", and there is no such guide.`,
					fix,
				);
				continue;
			}
			const other = byId.get(to.id);
			if (!other || !to.fragment) continue;
			const anchors = anchorsOf(other);
			if (anchors.has(to.fragment)) continue;
			const suggestion = nearest(to.fragment, anchors);
			const fix = suggestion ? `Did you mean "#${suggestion}"?` : 'Name the id of a fix there.';
			report('link/missing-page', place, `The page has no part "#${to.fragment}".`, fix);
		}
	}
}

function checkContradictions({ outlines }: Site, findings: Diagnostic[]): void {
	const stated = new Map(
		outlines.flatMap(({ id, related = [] }) =>
			related.map((relation) => [`${id} ${relation.guide}`, relation.as] as const),
		),
	);
	for (const { id, related = [], references } of outlines) {
		for (const { guide: other, as } of related) {
			if (
				id >= other ||
				stated.get(`${other} ${id}`) !== as ||
				as === 'sibling' ||
				as === 'lookalike'
			)
				continue;
			const place = references.find(
				({ kind, target }) => kind === 'related' && target === other,
			)?.place;
			reporter(guideFile(id), findings)(
				'related/contradiction',
				place ?? { line: 1, column: 1 },
				`"${other}" is the ${as} of this error here, and ${guideFile(other)} says the reverse.`,
				'State it on one side only: the page shows it on both.',
			);
		}
	}
}

/** The rules that need more than one file. Linear in the size of the content, but for did-you-mean on a finding. */
export function checkAcrossFiles(site: Site, findings: Diagnostic[]): void {
	checkProducts(site, findings);
	checkNames(site, findings);
	checkReferences(site, findings);
	checkContradictions(site, findings);
}
