import type { Match, Result, State } from '#finder/find.ts';
import { requestOf } from '#finder/request.ts';
import { guidePath, requestUrl } from '#lib/url.ts';
import type { Found } from './finder-client.ts';

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

/** The mark of a guide with a proven fix, as `Hallmark.astro` has it; nothing for other guides. */
export function hallmarkNodes(proven: boolean | undefined): readonly (Node | string)[] {
	if (!proven) return [];
	const mark = element('span', 'hallmark', '[', element('b', '', '✓'), ']');
	mark.role = 'img';
	mark.ariaLabel = 'has a proven fix';
	return [mark, ' '];
}

/** Text with `back-ticked` runs as code. `toNodes` makes the nodes of what stands in and between them. */
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

const around = 48;
const longestMark = 160;

/** The matched part of the reader's own text, marked, with a little of what stands around it on one line. */
export function excerpt(text: string, { start, end }: Match['span']): HTMLElement {
	const clean = (part: string) => part.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ');
	const lineBefore = text.slice(Math.max(0, start - around), start).split(/[\r\n]/);
	const lineAfter = text.slice(end, end + around).split(/[\r\n]/);
	const matched = clean(text.slice(start, end));
	const shown = matched.length > longestMark ? `${matched.slice(0, longestMark)}…` : matched;
	return element(
		'samp',
		'found-excerpt',
		clean(lineBefore.at(-1) ?? ''),
		element('mark', '', shown),
		clean(lineAfter[0] ?? ''),
	);
}

export const headings = {
	certain: 'This is it',
	possible: 'It may be one of these',
	unknown: 'No guide knows this',
} as const satisfies Record<State, string>;

/** One sentence for those who hear the page rather than see it. */
export function summary({ state, matches }: Result): string {
	const [first] = matches;
	if (!first) return 'No guide found.';
	const name = `${first.guide.code}, ${first.guide.product.name}`;
	const others = matches.length - 1;
	const more = others > 0 ? ` ${others} more.` : '';
	return state === 'certain' ? `This is it: ${name}.${more}` : `It may be ${name}.${more}`;
}

export function matchTitle({ guide }: Match): (Node | string)[] {
	return [
		element('code', 'found-code', guide.code),
		' ',
		element('span', 'found-product', guide.product.name),
	];
}

/** The quick answer, which fills its place when it comes. */
function answerNode({ quickAnswer }: Found): HTMLElement {
	const node = element('p', 'result-answer');
	void quickAnswer.then((answer) => node.append(...inlineNodes(answer ?? '')));
	return node;
}

/** A match as an item of a list on the search page. */
export function matchItem(
	match: Match,
	text: string,
	found: Found,
	isFirst: boolean,
): HTMLLIElement {
	const { guide, why, isAlternative } = match;
	const isIt = isFirst && found.result.state === 'certain';
	return element(
		'li',
		isIt ? 'result result-certain' : 'result',
		element(
			'h3',
			'result-title',
			link(guidePath(guide.id), element('code', '', guide.code)),
			' ',
			...hallmarkNodes(guide.proven),
			element('span', 'result-product', guide.product.name),
		),
		element('p', 'result-name', guide.name),
		...(isIt ? [answerNode(found)] : []),
		element(
			'p',
			'result-why',
			isAlternative ? 'If it is not that: ' : 'Matched by ',
			`${why}. `,
			excerpt(text, match.span),
		),
	);
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
