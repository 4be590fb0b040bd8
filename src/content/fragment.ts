import { placeholdersIn } from '#lib/placeholder.ts';
import type { Fragment } from '#schema/guide.ts';
import { isLanguage } from '#schema/language.ts';
import { isVariant, variants } from '#schema/variant.ts';
import { readBlocks, readCheck, type CheckFacts } from './block.ts';
import { childrenOf, variantsOf, type Part } from './draft.ts';
import { hasPlaceholders } from './highlight.ts';
import type { Renderer } from './render.ts';
import type { Node } from './source.ts';

/** Nodes within a line: what is next to them belongs to the same words. */
const inline: ReadonlySet<string> = new Set([
	'text',
	'inlineCode',
	'strong',
	'emphasis',
	'link',
	'mdxJsxTextElement',
]);

interface Facts {
	text: string;
	readonly variants: string[][];
	readonly placeholders: Set<string>;
}

function labelOf(names: readonly string[]): string {
	return names.map((name) => (isVariant(name) ? variants[name].label : name)).join(', ');
}

/** Makes fragments of the nodes of one guide: their HTML, and what is known about them from the tree. */
export class FragmentMaker {
	readonly #partOf: ReadonlyMap<Node, Part>;
	readonly #renderer: Renderer;

	constructor(partOf: ReadonlyMap<Node, Part>, renderer: Renderer) {
		this.#partOf = partOf;
		this.#renderer = renderer;
	}

	make(nodes: readonly Node[]): Fragment {
		const blocks = readBlocks(nodes, this.#partOf);
		return this.#make(nodes, { blocks, aboutMessage: [] });
	}

	/** A Check or a Verify, whose sentences say what commands print. */
	makeCheck(nodes: readonly Node[]): Fragment {
		return this.#make(nodes, readCheck(nodes, this.#partOf));
	}

	#make(nodes: readonly Node[], { blocks, aboutMessage }: CheckFacts): Fragment {
		const facts: Facts = { text: '', variants: [], placeholders: new Set() };
		for (const node of nodes) this.#visit(node, facts);
		return {
			html: this.#renderer.blocks(nodes),
			text: facts.text.replace(/\s*\n\s*/g, '\n').trim(),
			variants: facts.variants,
			blocks,
			aboutMessage,
			placeholders: [...facts.placeholders],
		};
	}

	#visit(node: Node, facts: Facts): void {
		const names = variantsOf(this.#partOf.get(node));
		if (names) {
			facts.variants.push([...names]);
			facts.text += `\n${labelOf(names)}${inline.has(node.type) ? ': ' : '\n'}`;
		}
		if (node.type === 'code') this.#visitCode(node.value, node.lang ?? 'text', facts);
		else if (node.type === 'text') facts.text += node.value;
		else if (node.type === 'inlineCode') {
			facts.text += node.value;
			for (const name of placeholdersIn(node.value)) facts.placeholders.add(name);
		}
		for (const child of childrenOf(node)) this.#visit(child, facts);
		if (!inline.has(node.type)) facts.text += '\n';
	}

	#visitCode(text: string, language: string, facts: Facts): void {
		facts.text += text;
		if (!isLanguage(language) || !hasPlaceholders(language)) return;
		for (const name of placeholdersIn(text)) facts.placeholders.add(name);
	}
}
