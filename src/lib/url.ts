import settings from '#settings.json' with { type: 'json' };
import { codeSlug } from './notation.ts';

// Not parsed as a URL, which would throw: whoever builds the site is told what is wrong with the setting.
const [, origin = '', base = '/'] = /^(https?:\/\/[^/]+)(\/.*)$/.exec(settings.url) ?? [];

export const siteOrigin = origin;
/** The folder at that origin which the site is served from, with a slash at both ends. */
export const basePath = base;
export const repositoryUrl = 'https://github.com/error-fixer-hub/error-fixer-hub';

/** The address of a page or file of this site, from its path within the site, such as `/codes/`. */
export function sitePath(path: string): string {
	return basePath + path.slice(1);
}

/** Where a link leads that an author wrote: a path within the site, or anything else, which stays as it is. */
export function linkTarget(link: string): string {
	return link.startsWith('/') ? sitePath(link) : link;
}

/** A guide as authors link to it. */
export function guideLink(id: string): string {
	return `/errors/${id}/`;
}

/** The list of a product as authors link to it. */
export function productLink(slug: string): string {
	return `/errors/${slug}/`;
}

/** A category as authors link to it. */
export function categoryLink(slug: string): string {
	return `/categories/${slug}/`;
}

/** The guide that an author's link leads to, or nothing when it leads to a page of another kind. */
export function guideOfLink(link: string): string | undefined {
	return /^\/errors\/([^/#?]+\/[^/#?]+)\/$/.exec(link)?.[1];
}

export function guidePath(id: string): string {
	return sitePath(guideLink(id));
}

export function productPath(slug: string): string {
	return sitePath(productLink(slug));
}

export function categoryPath(slug: string): string {
	return sitePath(categoryLink(slug));
}

export function codePath(code: string): string {
	return sitePath(`/e/${codeSlug(code)}/`);
}

/** Where the source of a guide is edited. */
export function editUrl(id: string): string {
	return `${repositoryUrl}/edit/main/content/guides/${id}.mdx`;
}

/**
 * The page of results: for a typed query with that in its address, for a paste with that after its `#`, which is never
 * sent. Half characters of a paste are replaced.
 */
export function resultsPath(text: string, isPaste: boolean): string {
	const query = isPaste
		? `#${encodeURIComponent(text.toWellFormed())}`
		: `?${new URLSearchParams({ q: text.trim() }).toString()}`;
	return sitePath('/search/') + query;
}

/** A new issue in one of the forms of `.github/ISSUE_TEMPLATE/`, with the fields filled in that are known. */
function issueUrl(form: string, fields: Readonly<Record<string, string>>): string {
	const known = Object.entries(fields).filter(([, value]) => value !== '');
	const query = new URLSearchParams([['template', `${form}.yml`], ...known]);
	return `${repositoryUrl}/issues/new?${query.toString()}`;
}

/** A report of a wrong fact in a guide, with the page filled in. */
export function reportUrl(guide: { readonly id: string; readonly code: string }): string {
	const page = siteOrigin + guidePath(guide.id);
	return issueUrl('wrong-fact', { title: `${guide.code}: `, page });
}

/** A request for a guide, with what is known of the error filled in. */
export function requestUrl({ code = '', message = '', product = '' }): string {
	return issueUrl('missing-error', { title: `Guide wanted: ${code}`, code, message, product });
}
