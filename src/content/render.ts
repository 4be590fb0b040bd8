import { escapeHtml, markPlaceholders } from '#lib/markup.ts';
import { linkTarget } from '#lib/url.ts';
import { isLanguage, languages } from '#schema/language.ts';
import { labelVariants } from '#schema/variant.ts';
import { childrenOf, variantsOf, type Part } from './draft.ts';
import { highlight } from './highlight.ts';
import type { Node } from './source.ts';

/**
 * HTML from the closed vocabulary. Everything that comes from an author is escaped here, so the result can be placed
 * as it is. The nodes have passed the rules; what they forbid does not reach this file.
 */
export class Renderer {
	readonly #partOf: ReadonlyMap<Node, Part>;
	readonly #omitted: ReadonlySet<Node>;

	/** Blocks in `omitted` are left out. */
	constructor(partOf: ReadonlyMap<Node, Part>, omitted: ReadonlySet<Node> = new Set()) {
		this.#partOf = partOf;
		this.#omitted = omitted;
	}

	blocks(nodes: readonly Node[]): string {
		return nodes.map((node) => this.#block(node)).join('');
	}

	inline(nodes: readonly Node[]): string {
		return nodes.map((node) => this.#inline(node)).join('');
	}

	#block(node: Node): string {
		if (this.#omitted.has(node)) return '';
		switch (node.type) {
			case 'paragraph':
				return `<p>${this.inline(node.children)}</p>`;
			case 'list': {
				const tag = node.ordered ? 'ol' : 'ul';
				const start =
					node.ordered && node.start && node.start !== 1 ? ` start="${node.start}"` : '';
				const items = node.children.map((item) => `<li>${this.#item(item)}</li>`).join('');
				return `<${tag}${start}>${items}</${tag}>`;
			}
			case 'code':
				return this.#code(node.value, node.lang ?? 'text');
			case 'table': {
				const [head, ...rows] = node.children;
				const cells = (row: Node, tag: string) =>
					childrenOf(row)
						.map((cell) => `<${tag}>${this.inline(childrenOf(cell))}</${tag}>`)
						.join('');
				const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('');
				return `<table><thead><tr>${head ? cells(head, 'th') : ''}</tr></thead><tbody>${body}</tbody></table>`;
			}
			case 'mdxJsxFlowElement':
				return this.#component(node);
			default:
				return this.#inline(node);
		}
	}

	/** A list item: a single paragraph without its tags, as in a tight list. */
	#item(item: Node): string {
		const children = childrenOf(item);
		const [only] = children;
		return children.length === 1 && only?.type === 'paragraph'
			? this.inline(only.children)
			: this.blocks(children);
	}

	#code(value: string, language: string): string {
		if (!isLanguage(language)) return '';
		const { label, kind } = languages[language];
		return `<pre class="code" data-kind="${kind}" data-label="${escapeHtml(label)}"><code>${highlight(value, language)}</code></pre>`;
	}

	#component(node: Node): string {
		const part = this.#partOf.get(node);
		const children = childrenOf(node);
		const inline = node.type === 'mdxJsxTextElement';
		const content = inline ? this.inline(children) : this.blocks(children);
		if (part?.name === 'Note') {
			return inline
				? `<span class="note-inline">${content}</span>`
				: `<div class="note" role="note">${content}</div>`;
		}
		const names = variantsOf(part);
		if (!names) return content;
		const is = names.join(' ');
		const label = escapeHtml(labelVariants(names));
		return inline
			? `<span class="on" data-on="${is}"><b class="on-label">${label}:</b> ${content}</span>`
			: `<div class="on" data-on="${is}"><p class="on-label">${label}</p>${content}</div>`;
	}

	#inline(node: Node): string {
		switch (node.type) {
			case 'text':
				return escapeHtml(node.value);
			case 'inlineCode':
				return `<code>${markPlaceholders(node.value)}</code>`;
			case 'strong':
				return `<strong>${this.inline(node.children)}</strong>`;
			case 'emphasis':
				return `<em>${this.inline(node.children)}</em>`;
			case 'link':
				return `<a href="${escapeHtml(linkTarget(node.url))}">${this.inline(node.children)}</a>`;
			case 'break':
				return '<br>';
			case 'mdxJsxTextElement':
				return this.#component(node);
			default:
				return this.blocks(childrenOf(node));
		}
	}
}
