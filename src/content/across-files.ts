import { codeKey } from '#lib/notation.ts';
import { nearest } from '#lib/nearest.ts';
import { categoryLink, guideLink, guideOfLink, productLink } from '#lib/url.ts';
import type { Guide } from '#schema/guide.ts';
import { anchorsOf } from './anchors.ts';
import type { Catalog } from './catalog.ts';
import { guideFile } from './content-file.ts';
import type { Diagnostic } from './diagnostic.ts';
import { reporter } from './draft.ts';
import type { Outline } from './parse.ts';
import type { Place } from './position.ts';

/** What the rules that compare files look at. `ids` also holds the guides that cannot be read. */
interface Site extends Catalog {
	readonly guides: readonly Guide[];
	/** Of all guides, also of those that have findings of their own. */
	readonly outlines: readonly Outline[];
	readonly ids: ReadonlySet<string>;
	/** Where a value stands in the frontmatter of a guide. Costly, so it is asked for findings only. */
	readonly locate: (id: string, path: readonly PropertyKey[]) => Place;
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

function checkNames({ outlines, locate }: Site, findings: Diagnostic[]): void {
	const owners = new Map<string, string>();
	for (const { id, code, aliases = [] } of outlines) {
		if (code === undefined) continue;
		const report = reporter(guideFile(id), findings);
		const product = id.split('/')[0];
		[code, ...aliases].forEach((name, index) => {
			const key = `${product} ${/^-\d+$/.test(name) ? name : codeKey(name)}`;
			const owner = owners.get(key);
			if (owner && owner !== id) {
				const place = locate(id, index === 0 ? ['code'] : ['aliases', index - 1]);
				report(
					'guide/duplicate-code',
					place,
					`"${name}" also belongs to ${guideFile(owner)}.`,
					'Keep it in one guide, and relate the two.',
				);
			}
			owners.set(key, owner ?? id);
		});
	}
}

/** The guide and fragment that a link of this guide leads to; nothing for pages of another kind. */
function guideTarget(from: string, target: string): { id: string; fragment: string } | undefined {
	const [path = '', fragment = ''] = target.split('#');
	const id = path === '' ? from : guideOfLink(path);
	return id === undefined ? undefined : { id, fragment };
}

function checkFrontmatter(
	{ outlines, ids, productSlugs, locate }: Site,
	findings: Diagnostic[],
): void {
	for (const { id, product, related = [] } of outlines) {
		const report = reporter(guideFile(id), findings);
		if (product !== undefined && !productSlugs.has(product)) {
			const suggestion = nearest(product, productSlugs);
			report(
				'guide/unknown-product',
				locate(id, ['product']),
				`product is "${product}", and there is no content/products/${product}.yaml.`,
				suggestion ? `Did you mean "${suggestion}"?` : 'Add that file, or correct the product.',
			);
		}
		related.forEach(({ guide }, index) => {
			if (ids.has(guide)) return;
			const suggestion = nearest(guide, ids);
			report(
				'related/unknown-guide',
				locate(id, ['related', index, 'guide']),
				`The related guide "${guide}" does not exist.`,
				suggestion
					? `Did you mean "${suggestion}"?`
					: 'Correct it, or remove it until the guide is written.',
			);
		});
	}
}

/** What is wrong with a link to a list of guides, as the names that it may have; nothing when it is right. */
function unknownList(target: string, { productSlugs, categories }: Site): string[] | undefined {
	const product = /^\/errors\/([^/#]+)\/(?:#|$)/.exec(target)?.[1];
	if (product && !productSlugs.has(product)) return [...productSlugs].map(productLink);
	const category = /^\/categories\/([^/#]+)\/(?:#|$)/.exec(target)?.[1];
	const known = categories?.map(({ slug }) => slug);
	return category && known && !known.includes(category) ? known.map(categoryLink) : undefined;
}

function checkLinks(site: Site, findings: Diagnostic[]): void {
	const byId = new Map(site.guides.map((guide) => [guide.id, guide]));
	for (const { id, siteLinks } of site.outlines) {
		const report = reporter(guideFile(id), findings);
		const missing = (place: Place, target: string, what: string, names: Iterable<string>) => {
			const suggestion = nearest(target, names);
			const fix = suggestion ? `Did you mean "${suggestion}"?` : 'Correct it, or remove the link.';
			report(
				'link/missing-page',
				place,
				`The link leads to "${target}", and there is no such ${what}.`,
				fix,
			);
		};
		for (const { target, place } of siteLinks) {
			const lists = unknownList(target, site);
			if (lists) missing(place, target, 'list of guides', lists);
			const to = guideTarget(id, target);
			if (!to) continue;
			if (!site.ids.has(to.id)) {
				missing(place, target, 'guide', [...site.ids].map(guideLink));
				continue;
			}
			const other = byId.get(to.id);
			if (!other || !to.fragment) continue;
			const anchors = anchorsOf(other);
			if (anchors.has(to.fragment)) continue;
			const suggestion = nearest(to.fragment, anchors);
			const fix = suggestion
				? `Did you mean "#${suggestion}"?`
				: 'Use the id of a fix on that page.';
			report('link/missing-page', place, `The page has no part "#${to.fragment}".`, fix);
		}
	}
}

function checkContradictions({ outlines, locate }: Site, findings: Diagnostic[]): void {
	const stated = new Map(
		outlines.flatMap(({ id, related = [] }) =>
			related.map((relation) => [`${id} ${relation.guide}`, relation.as] as const),
		),
	);
	for (const { id, related = [] } of outlines) {
		for (const [index, { guide: other, as }] of related.entries()) {
			if (
				id >= other ||
				stated.get(`${other} ${id}`) !== as ||
				as === 'sibling' ||
				as === 'lookalike'
			)
				continue;
			reporter(guideFile(id), findings)(
				'related/contradiction',
				locate(id, ['related', index, 'guide']),
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
	checkFrontmatter(site, findings);
	checkLinks(site, findings);
	checkContradictions(site, findings);
}
