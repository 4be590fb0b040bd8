import { walk, type Draft, type Report } from '../draft.ts';
import { placeOf } from '../source.ts';

/** Links lead to https addresses or to paths of this site; anything else would break or run. */
export function linkFormat(draft: Draft, report: Report): void {
	for (const { node } of walk(draft.source.nodes ?? [])) {
		if (node.type !== 'link') continue;
		const { url } = node;
		if (/^https:\/\/[^\s/]+\.[^\s]+$/.test(url) || /^#[a-z0-9-]+$/.test(url)) continue;
		if (/^\/(?:[\w.-]+\/)*(?:#[a-z0-9-]+)?$/.test(url)) continue;
		const fix = url.startsWith('http://')
			? 'Use the https address.'
			: 'Write https://…, or a path of this site such as /errors/nodejs/eaddrinuse/, with the slash at its end.';
		report('link/format', placeOf(node), `The link leads to "${url}".`, fix);
	}
}
