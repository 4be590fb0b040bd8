import { excerptOf } from '#finder/excerpt.ts';
import type { Match, Result } from '#finder/find.ts';
import { requestOf } from '#finder/request.ts';
import { guidePath, requestUrl } from '#lib/url.ts';

/* What the search box and the search page show, as nodes. Nothing of a paste or of the index is ever read as HTML. */

export function element<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	className: string,
	...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
	const node = document.createElement(name);
	if (className) node.className = className;
	node.append(...children);
	return node;
}

export function link(href: string, ...children: readonly (Node | string)[]): HTMLAnchorElement {
	const anchor = element('a', '', ...children);
	anchor.href = href;
	return anchor;
}

/** Text with `back-ticked` runs as code. `toNodes` makes the nodes of what is in and between them. */
export function inlineNodes(
	text: string,
	toNodes: (part: string) => readonly (Node | string)[] = (part) => [part],
): (Node | string)[] {
	return text
		.split(/(`[^`]+`)/)
		.flatMap((part) =>
			/^`.+`$/.test(part) ? element('code', '', ...toNodes(part.slice(1, -1))) : toNodes(part),
		);
}

/** The matched part of the reader's own text, marked, with a little of what is around it. */
export function excerptNode(text: string, span: Match['span']): HTMLElement {
	const { before, marked, after } = excerptOf(text, span);
	return element('samp', 'found-excerpt', before, element('mark', '', marked), after);
}

/** Codes that differ in a digit, as one question; nothing where there are none. */
export function suggestionNodes({ suggestions }: Result): readonly Node[] {
	if (suggestions.length === 0) return [];
	const names = suggestions.flatMap(({ guide, name }, index) => [
		index === 0 ? '' : index === suggestions.length - 1 ? ' or ' : ', ',
		link(guidePath(guide.id), name),
		` (${guide.product.name})`,
	]);
	return [element('p', '', 'Did you mean ', ...names, '?')];
}

/** A request for a guide, with all that it would send, shown before it is sent. */
export function requestNode(text: string): HTMLElement {
	const { code, line } = requestOf(text);
	const address = requestUrl({ code, message: line });
	return element(
		'div',
		'request',
		element('p', '', 'The request would say this and nothing more of your text:'),
		element('pre', 'request-text', code && code !== line ? `${code}\n${line}` : line),
		element('p', '', link(address, 'Ask for this guide on GitHub')),
	);
}
