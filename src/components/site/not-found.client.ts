import { codeSlug } from '#lib/notation.ts';
import { basePath, sitePath } from '#lib/url.ts';

/**
 * A short address typed with other capitals leads to the one that exists; for any other, the search box is filled with
 * the last part of the path, which is where a code would stand.
 */
export function init(
	root: Document,
	{ pathname, replace }: Pick<Location, 'pathname' | 'replace'>,
): void {
	const parts = pathname.slice(basePath.length).split('/').filter(Boolean);
	let last = parts.at(-1) ?? '';
	try {
		last = decodeURIComponent(last);
	} catch {
		// Not an encoded path: taken as it stands.
	}
	const slug = codeSlug(last);
	if (parts.length === 2 && parts[0] === 'e' && slug && slug !== parts[1]) {
		replace.call(location, sitePath(`/e/${slug}/`));
		return;
	}
	const input = root.querySelector<HTMLInputElement>('.not-found input[name="q"]');
	if (input && last) input.value = last;
}
