import { codeSlug } from './notation.ts';

export const siteOrigin = 'https://errorfixerhub.org';
export const repositoryUrl = 'https://github.com/error-fixer-hub/error-fixer-hub';

export function guidePath(id: string): string {
	return `/errors/${id}/`;
}

export function productPath(slug: string): string {
	return `/errors/${slug}/`;
}

export function categoryPath(slug: string): string {
	return `/categories/${slug}/`;
}

export function codePath(code: string): string {
	return `/e/${codeSlug(code)}/`;
}

/** Where the source of a guide is edited. */
export function editUrl(id: string): string {
	return `${repositoryUrl}/edit/main/content/guides/${id}.mdx`;
}

/** The results for a typed query. */
export function searchPath(query: string): string {
	return `/search/?${new URLSearchParams({ q: query.trim() }).toString()}`;
}

/** The results for a paste, which stands behind the `#` and is therefore never sent. Half characters are replaced. */
export function pastePath(text: string): string {
	return `/search/#${encodeURIComponent(text.toWellFormed())}`;
}

function issueUrl(fields: Readonly<Record<string, string>>): string {
	return `${repositoryUrl}/issues/new?${new URLSearchParams(fields).toString()}`;
}

/** A new issue about one guide, with the page and its date filled in. */
export function reportUrl(guide: {
	readonly id: string;
	readonly code: string;
	readonly updated: string;
}): string {
	return issueUrl({
		title: `${guide.code}: `,
		body: `Page: ${siteOrigin}${guidePath(guide.id)}\nUpdated: ${guide.updated}\n\nWhat is wrong or missing:\n`,
	});
}

/** A new issue that asks for a guide, with the code in its title and one line of the message in its text. */
export function requestUrl(code: string, line = ''): string {
	return issueUrl({
		title: code ? `Guide wanted: ${code}` : 'Guide wanted: ',
		body: `Product and version:\n\nThe message, exactly as it appears (remove names, addresses and secrets):\n${line}`,
	});
}

/** The guide that a site path leads to, or nothing when the path is that of another page kind. */
export function guideOfPath(path: string): string | undefined {
	return /^\/errors\/([^/#?]+\/[^/#?]+)\/$/.exec(path)?.[1];
}
