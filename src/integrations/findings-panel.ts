import { cacheDir } from 'astro:config/server';
import { defineMiddleware } from 'astro:middleware';
import { readFindings } from '#content/findings-file.ts';
import { escapeHtml } from '#lib/markup.ts';

/** The findings of the content, on every page and above everything else. For dev only, as the configuration says. */
export const onRequest = defineMiddleware(async (_context, next) => {
	const response = await next();
	if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
	const findings = readFindings(cacheDir);
	if (findings.length === 0) return response;
	const items = findings
		.map(
			({ code, file, line, column, message, fix }) =>
				`<li><code>${escapeHtml(`${file}:${line}:${column}`)}</code> <b>${escapeHtml(code)}</b><br>${escapeHtml(message)} ${escapeHtml(fix)}</li>`,
		)
		.join('');
	const count = findings.length === 1 ? '1 finding' : `${findings.length} findings`;
	const panel =
		'<style>#findings{position:sticky;inset-block-start:0;z-index:9;max-block-size:45dvb;overflow:auto;' +
		'padding:.75rem 1rem;background:#4a0f0a;color:#fff;font:15px/1.45 system-ui}</style>' +
		'<section id="findings" aria-label="Findings">' +
		`<b>${count} in content/.</b> Pages show the last version without findings.<ul>${items}</ul></section>`;
	const html = await response.text();
	return new Response(
		html.replace(/<body[^>]*>/, (tag) => tag + panel),
		{
			status: response.status,
			headers: response.headers,
		},
	);
});
