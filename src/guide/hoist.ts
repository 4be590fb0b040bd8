import type { Node } from './source.ts';
import type { Element } from './tag.ts';
import { vocabulary, isComponentName } from './vocabulary.ts';

/*
 * MDX takes a tag that follows text without a blank line for a part of that paragraph, even of the last item of a list
 * above it. Authors mean a block, so a block component that has its line for itself is lifted to where it was meant.
 */

type Parent = Extract<Node, { children: unknown[] }>;

function isBlockComponent(node: Node): node is Element {
	return (
		node.type === 'mdxJsxTextElement' &&
		node.name !== null &&
		isComponentName(node.name) &&
		vocabulary[node.name].direct
	);
}

function isLabel(node: Node): node is Element {
	return node.type === 'mdxJsxTextElement' && (node.name === 'On' || node.name === 'Note');
}

function toBlock(element: Element): Node {
	const paragraph = { type: 'paragraph', children: element.children, position: element.position };
	// The same node with another type: its children are phrasing, so they get the paragraph that flow content needs.
	return { ...element, type: 'mdxJsxFlowElement', children: [paragraph] } as Node;
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

/** A paragraph as blocks: text before, the components that have a line of their own, text between and after. */
function splitParagraph(paragraph: Parent): Node[] {
	const children = paragraph.children as Node[]; // Every parent holds nodes; the union of their types hides it.
	const onlyLabels = children.every((child) => isLabel(child) || (child.type === 'text' && child.value.trim() === ''));
	const startsLine = (index: number) => {
		const before = children[index - 1];
		return !before || (before.type === 'text' && /\n[ \t]*$/.test(before.value));
	};
	const endsLine = (index: number) => {
		const after = children[index + 1];
		return !after || (after.type === 'text' && /^[ \t]*\n/.test(after.value));
	};
	const lifted = (child: Node, index: number): child is Element =>
		(isBlockComponent(child) || (onlyLabels && isLabel(child))) && startsLine(index) && endsLine(index);
	if (!children.some(lifted)) return [paragraph];

	const blocks: Node[] = [];
	let run: Node[] = [];
	const flush = () => {
		const trimmed = trimEdges(run);
		run = [];
		if (trimmed.length === 0) return;
		// A paragraph with fewer children is still a paragraph.
		blocks.push({ ...paragraph, children: trimmed, position: trimmed[0]!.position } as Node);
	};
	children.forEach((child, index) => {
		if (!lifted(child, index)) {
			run.push(child);
			return;
		}
		flush();
		blocks.push(toBlock(child));
	});
	flush();
	return blocks;
}

/** The list without what follows its last item at a smaller indent, and that remainder as blocks. */
function splitList(list: Parent): Node[] {
	const items = list.children as Parent[];
	const item = items.at(-1);
	const paragraph = item?.children.at(-1) as Node | undefined;
	if (!item || paragraph?.type !== 'paragraph') return [list];
	const indent = paragraph.position?.start.column ?? 1;
	const children: readonly Node[] = paragraph.children;
	const from = children.findIndex(
		(child) => isBlockComponent(child) && (child.position?.start.column ?? indent) < indent,
	);
	if (from === -1) return [list];
	const kept = { ...paragraph, children: trimEdges(children.slice(0, from)) } as Node;
	const rest = { ...paragraph, children: children.slice(from) } as Parent;
	const shorter = { ...item, children: [...item.children.slice(0, -1), kept] };
	return [{ ...list, children: [...items.slice(0, -1), shorter] } as Node, ...splitParagraph(rest)];
}

/** The same blocks with every component lifted to where its author meant it, at every depth. */
export function hoist(nodes: readonly Node[]): readonly Node[] {
	return nodes.flatMap((node) => {
		if (node.type === 'paragraph') return splitParagraph(node);
		const blocks = node.type === 'list' ? splitList(node) : [node];
		return blocks.map((block) => {
			if (block.type === 'mdxJsxFlowElement' || block.type === 'list' || block.type === 'listItem') {
				// Children of flow content are flow content before and after.
				return { ...block, children: hoist(block.children) } as Node;
			}
			return block;
		});
	});
}
