import { placeholdersIn } from '#lib/placeholder.ts';
import type { Command, Fragment } from '#schema/guide.ts';
import { isLanguage, languages } from '#schema/language.ts';
import { labelVariants } from '#schema/variant.ts';
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
	readonly commands: Command[];
	readonly placeholders: Set<string>;
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
		const facts: Facts = { text: '', variants: [], commands: [], placeholders: new Set() };
		for (const node of nodes) this.#visit(node, [], facts);
		return {
			html: this.#renderer.blocks(nodes),
			text: facts.text.replace(/\s*\n\s*/g, '\n').trim(),
			variants: facts.variants,
			commands: facts.commands,
			placeholders: [...facts.placeholders],
		};
	}

	#visit(node: Node, within: readonly string[], facts: Facts): void {
		const names = variantsOf(this.#partOf.get(node));
		if (names) {
			facts.variants.push([...names]);
			facts.text += `\n${labelVariants(names)}${inline.has(node.type) ? ': ' : '\n'}`;
		}
		if (node.type === 'code') this.#visitCode(node.value, node.lang ?? 'text', within, facts);
		else if (node.type === 'text') facts.text += node.value;
		else if (node.type === 'inlineCode') {
			facts.text += node.value;
			for (const name of placeholdersIn(node.value)) facts.placeholders.add(name);
		}
		for (const child of childrenOf(node)) this.#visit(child, names ?? within, facts);
		if (!inline.has(node.type)) facts.text += '\n';
	}

	#visitCode(text: string, language: string, within: readonly string[], facts: Facts): void {
		facts.text += text;
		if (!isLanguage(language)) return;
		if (languages[language].kind === 'command')
			facts.commands.push({ language, text, variants: [...within] });
		if (!hasPlaceholders(language)) return;
		for (const name of placeholdersIn(text)) facts.placeholders.add(name);
	}
}
