/** The part of a component's own markup that a selector names. Throws when there is none, or one of another kind. */
export function partOf(root: ParentNode, selector: string): HTMLElement;
export function partOf<Part extends Element>(
	root: ParentNode,
	selector: string,
	kind: new () => Part,
): Part;
export function partOf(root: ParentNode, selector: string, kind = HTMLElement): HTMLElement {
	const part = root.querySelector(selector);
	if (part instanceof kind) return part;
	throw new Error(`There is no ${selector}.`);
}
