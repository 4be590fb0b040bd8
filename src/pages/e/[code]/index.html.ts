import type { APIRoute, GetStaticPaths } from 'astro';
import { cacheKeyOf, readCatalog } from '../../_catalog.ts';
import { escapeHtml } from '#lib/markup.ts';
import { exactCodeSlug } from '#lib/notation.ts';
import { codePath, guidePath, siteOrigin } from '#lib/url.ts';

// A type, not an interface: props must have an index signature.
type Target = { readonly code: string; readonly path: string };

/**
 * Redirects that any static host can serve: a code of one guide leads to it, and a code typed with its own capitals
 * leads where its lower-case address does.
 */
export const getStaticPaths = (async () => {
	const { codes, guides } = await readCatalog();
	const targets = new Map<string, Target>();
	for (const { slug, code, guides: ids } of codes) {
		const [only, ...others] = ids;
		if (only && others.length === 0) targets.set(slug, { code, path: guidePath(only) });
	}
	for (const { code } of guides) {
		const exact = exactCodeSlug(code);
		const lower = exact.toLowerCase();
		if (exact !== lower) targets.set(exact, targets.get(lower) ?? { code, path: codePath(code) });
	}
	return [...targets].map(([slug, target]) => ({
		params: { code: slug },
		props: target,
		cacheKey: cacheKeyOf(target),
	}));
}) satisfies GetStaticPaths;

export const GET: APIRoute<Target> = ({ props: { code, path } }) => {
	const name = escapeHtml(code);
	const to = escapeHtml(path);
	return new Response(
		`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${name} | Error Fixer Hub</title>
<meta http-equiv="refresh" content="0; url=${to}">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="canonical" href="${siteOrigin}${to}">
</head>
<body>
<h1>${name}</h1>
<p><a href="${to}">Go to the guide</a></p>
</body>
</html>
`,
		{ headers: { 'content-type': 'text/html;charset=utf-8' } },
	);
};
