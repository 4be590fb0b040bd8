import type { MdastNode, MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import type { Place, PlaceFinder } from './position.ts';

export type Element = MdxJsxFlowElement | MdxJsxTextElement;

export function isElement(node: MdastNode): node is Element {
	return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

export interface Attribute {
	readonly name: string;
	/** `undefined` where the author wrote a spread or an expression that is not a number, a truth value or a text. */
	readonly value: string | number | boolean | undefined;
	readonly namePlace: Place;
	readonly valuePlace: Place;
}

/** The offset just after the brace that closes the one at `open`; quotes inside are skipped. */
function afterBraces(text: string, open: number): number {
	const token = /[{}]|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`/gs;
	token.lastIndex = open;
	let depth = 0;
	for (let found = token.exec(text); found; found = token.exec(text)) {
		if (found[0] === '{') depth += 1;
		else if (found[0] === '}' && (depth -= 1) === 0) return token.lastIndex;
	}
	return text.length;
}

function literal(expression: string): string | number | boolean | undefined {
	try {
		const value: unknown = JSON.parse(expression);
		if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
			return value;
	} catch {
		// Not a literal: the caller reports it.
	}
	return undefined;
}

/**
 * The attributes of an opening tag with their places, which the parser does not give. The tag is known to be valid,
 * so the scan only has to find where things start.
 */
export function readAttributes(
	element: Element,
	text: string,
	places: PlaceFinder,
): readonly Attribute[] {
	const attributes: Attribute[] = [];
	let at = (element.position?.start.offset ?? 0) + 1 + (element.name?.length ?? 0);
	const skipSpace = () => {
		while (/\s/.test(text[at] ?? '')) at += 1;
	};
	for (const node of element.attributes) {
		skipSpace();
		const namePlace = places.placeOf(at);
		if (node.type === 'mdxJsxExpressionAttribute') {
			at = afterBraces(text, at);
			attributes.push({ name: '{…}', value: undefined, namePlace, valuePlace: namePlace });
			continue;
		}
		at += node.name.length;
		skipSpace();
		let valuePlace = namePlace;
		if (text[at] === '=') {
			at += 1;
			skipSpace();
			valuePlace = places.placeOf(at);
			const quote = text[at] === '{' ? undefined : text[at]!;
			at = quote ? text.indexOf(quote, at + 1) + 1 : afterBraces(text, at);
		}
		const { value } = node;
		attributes.push({
			name: node.name,
			value:
				value === null || value === undefined
					? true
					: typeof value === 'string'
						? value
						: literal(value.value),
			namePlace,
			valuePlace,
		});
	}
	return attributes;
}
