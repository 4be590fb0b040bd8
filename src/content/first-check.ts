import { childrenOf, variantsOf, type Part } from './draft.ts';
import { Renderer } from './render.ts';
import type { Node } from './source.ts';

function endsWithColon(node: Node): boolean {
	const last = childrenOf(node).at(-1);
	if (last) return endsWithColon(last);
	return node.type === 'text' && node.value.trimEnd().endsWith(':');
}

const isOutput = (node: Node) => node.type === 'code' && node.lang === 'text';
const isCommand = (node: Node) => node.type === 'code' && node.lang !== 'text';

/**
 * The start of a check that can stand alone, as HTML: its first block, with the block that a colon announces, and all
 * variants of a part that has some. Sample output beside the commands of a variant is left out.
 */
export function firstCheck(nodes: readonly Node[], partOf: ReadonlyMap<Node, Part>): string {
	const isVariant = (node: Node | undefined) =>
		node !== undefined && variantsOf(partOf.get(node)) !== undefined;
	const end = nodes.findIndex(
		(node, index) =>
			!(isVariant(node) && isVariant(nodes[index + 1])) &&
			(isVariant(node) || !endsWithColon(node)),
	);
	const start = nodes.slice(0, end === -1 ? nodes.length : end + 1);
	const samples = start
		.filter((node) => isVariant(node) && childrenOf(node).some(isCommand))
		.flatMap((node) => childrenOf(node).filter(isOutput));
	return new Renderer(partOf, new Set(samples)).blocks(start);
}
