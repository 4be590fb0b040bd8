/** The part of a component's own markup that a selector names. */
export function partOf<Part extends Element = HTMLElement>(
	root: ParentNode,
	selector: string,
): Part {
	const part = root.querySelector<Part>(selector);
	if (!part) throw new Error(`There is no ${selector}.`);
	return part;
}
