import type { Draft, Report } from '../draft.ts';
import { placeOf } from '../source.ts';

/** Whether a link leads to an https address or to a path of this site; anything else would break or run. */
export function isLinkAddress(url: string): boolean {
	if (/^https:\/\/[^\s/]+\.[^\s]+$/.test(url) || /^#[a-z0-9-]+$/.test(url)) return true;
	return /^\/(?:[\w.-]+\/)*(?:#[a-z0-9-]+)?$/.test(url);
}

export function linkFormat(draft: Draft, report: Report): void {
	for (const { node } of draft.nodes) {
		if (node.type !== 'link' || isLinkAddress(node.url)) continue;
		const { url } = node;
		const fix = url.startsWith('http://')
			? 'Use the https address.'
			: 'Write https://…, or a path of this site such as /errors/nodejs/eaddrinuse/, with the slash at its end.';
		report('link/format', placeOf(node), `The link leads to "${url}".`, fix);
	}
}
