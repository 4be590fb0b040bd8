import type { Node } from './source.ts';
import { isElement, type Element } from './tag.ts';
import { vocabulary, isComponentName } from './vocabulary.ts';

/*
 * MDX takes a tag that follows text without a blank line for a part of that paragraph, even of the last item of a list
 * above it. Authors mean a block, so a block component that has its line for itself is lifted to where it was meant.
 */

type Parent = Extract<Node, { children: unknown[] }>;

const phrasing: ReadonlySet<string> = new Set([
	'text',
	'inlineCode',
	'strong',
	'emphasis',
	'link',
	'break',
	'delete',
	'image',
	'imageReference',
	'linkReference',
	'mdxTextExpression',
	'mdxJsxTextElement',
]);

/** Whether it is a component that stands directly in its parent, whatever MDX took it for. */
function isBlockComponent(node: Node): node is Element {
	return (
		isElement(node) &&
		node.name !== null &&
		isComponentName(node.name) &&
		vocabulary[node.name].direct
	);
}

function isLabel(node: Node): node is Element {
	return node.type === 'mdxJsxTextElement' && (node.name === 'On' || node.name === 'Note');
}

function trimEdges(nodes: readonly Node[]): Node[] {
	const trimmed = nodes.map((node, index) => {
		if (node.type !== 'text') return node;
		let { value } = node;
		if (index === 0) value = value.trimStart();
		if (index === nodes.length - 1) value = value.trimEnd();
		return { ...node, value };
	});
	return trimmed.filter((node) => node.type !== 'text' || node.value !== '');
}

function toParagraphs(nodes: readonly Node[]): Node[] {
	const children = trimEdges(nodes);
	const [first] = children;
	// The runs come from inside paragraphs, so they are what a paragraph may hold.
	return first ? [{ type: 'paragraph', children, position: first.position } as Node] : [];
}

/** The same nodes with each run of text and its like in a paragraph: `<Check>text</Check>` on a line has none. */
function wrapPhrasing(nodes: readonly Node[]): Node[] {
	const blocks: Node[] = [];
	let run: Node[] = [];
	for (const node of nodes) {
		if (phrasing.has(node.type)) {
			run.push(node);
			continue;
		}
		blocks.push(...toParagraphs(run), node);
		run = [];
	}
	return [...blocks, ...toParagraphs(run)];
}

/** A paragraph as blocks: text before, the components that have a line of their own, text between and after. */
function splitParagraph(paragraph: Parent): Node[] {
	const children = paragraph.children as Node[]; // Every parent holds nodes; the union of their types hides it.
	const onlyLabels = children.every(
		(child) => isLabel(child) || (child.type === 'text' && child.value.trim() === ''),
	);
	const startsLine = (index: number) => {
		const before = children[index - 1];
		return !before || (before.type === 'text' && /\n[ \t]*$/.test(before.value));
	};
	const endsLine = (index: number) => {
		const after = children[index + 1];
		return !after || (after.type === 'text' && /^[ \t]*\n/.test(after.value));
	};
	const lifted = (child: Node, index: number): child is Element =>
		(isBlockComponent(child) || (onlyLabels && isLabel(child))) &&
		startsLine(index) &&
		endsLine(index);
	if (!children.some(lifted)) return [paragraph];

	const blocks: Node[] = [];
	let run: Node[] = [];
	children.forEach((child, index) => {
		if (!lifted(child, index)) {
			run.push(child);
			return;
		}
		// The same node with another type; `hoist` gives its children the paragraphs that flow content needs.
		blocks.push(...toParagraphs(run), { ...child, type: 'mdxJsxFlowElement' } as Node);
		run = [];
	});
	return [...blocks, ...toParagraphs(run)];
}

/** The list without what follows its last item at a smaller indent, and that remainder. */
function splitList(list: Parent): { list: Node; rest: readonly Node[] } {
	const items = list.children as Parent[]; // A list holds items.

	const item = items.at(-1);
	const blocks: readonly Node[] = item?.children ?? [];
	const indent = blocks[0]?.position?.start.column ?? 1;
	const leaves = (node: Node) =>
		isBlockComponent(node) && (node.position?.start.column ?? indent) < indent;

	const kept: Node[] = [];
	const rest: Node[] = [];
	const place = (node: Node) => {
		if (rest.length > 0 || leaves(node)) rest.push(node);
		else kept.push(node);
	};
	for (const block of blocks) {
		if (block.type === 'paragraph') {
			const children: readonly Node[] = block.children;
			const from = children.findIndex(leaves);
			if (from > 0) {
				kept.push(...toParagraphs(children.slice(0, from)));
				rest.push(...splitParagraph({ ...block, children: block.children.slice(from) }));
			} else place(block);
		} else if (block.type === 'list') {
			const inner = splitList(block);
			place(inner.list);
			inner.rest.forEach(place);
		} else place(block);
	}
	if (!item || rest.length === 0) return { list, rest };
	return {
		// An item with fewer blocks is still an item.
		list: { ...list, children: [...items.slice(0, -1), { ...item, children: kept }] } as Node,
		rest,
	};
}

/** The same blocks with every component lifted to where its author meant it, at every depth. */
export function hoist(nodes: readonly Node[]): readonly Node[] {
	return nodes.flatMap((node) => {
		if (node.type === 'paragraph') return splitParagraph(node).map(hoistInside);
		if (node.type !== 'list') return [hoistInside(node)];
		const { list, rest } = splitList(node);
		return [list, ...rest].map(hoistInside);
	});
}

function hoistInside(block: Node): Node {
	if (block.type === 'mdxJsxFlowElement') {
		// Children of flow content are flow content before and after.
		return { ...block, children: hoist(wrapPhrasing(block.children)) } as Node;
	}
	if (block.type === 'list' || block.type === 'listItem') {
		// Items stay items, and their blocks stay blocks.
		return { ...block, children: hoist(block.children) } as Node;
	}
	return block;
}
