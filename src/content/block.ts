import type { Block, Expectation } from '#schema/guide.ts';
import { isLanguage, languages } from '#schema/language.ts';
import {
	codeMark,
	readAnnouncement,
	readClaims,
	readFollowUp,
	readQuotes,
	type Prose,
} from './claim.ts';
import { childrenOf, variantsOf, type Part } from './draft.ts';
import type { Node } from './source.ts';

type PartOf = ReadonlyMap<Node, Part>;

function toBlock(node: Node, variants: readonly string[]): Block | undefined {
	if (node.type !== 'code') return undefined;
	const language = node.lang ?? 'text';
	if (!isLanguage(language) || languages[language].kind === 'output') return undefined;
	return { language, text: node.value, variants: [...variants] };
}

/** The blocks of commands and source below these nodes, in their order. */
export function readBlocks(
	nodes: readonly Node[],
	partOf: PartOf,
	within: readonly string[] = [],
): Block[] {
	return nodes.flatMap((node) => {
		const block = toBlock(node, within);
		const variants = variantsOf(partOf.get(node)) ?? within;
		return block ? [block] : readBlocks(childrenOf(node), partOf, variants);
	});
}

function readProse(paragraph: Node): Prose {
	const codes: string[] = [];
	const wordsOf = (node: Node): string => {
		if (node.type === 'text') return node.value;
		if (node.type !== 'inlineCode') return childrenOf(node).map(wordsOf).join('');
		codes.push(node.value);
		return codeMark;
	};
	return { words: wordsOf(paragraph).replace(/\s+/g, ' ').trim(), codes };
}

/** A product's own console takes what begins with a backslash or a word in capitals; a shell takes the rest. */
function languageOf(command: string): string {
	return /^\\|^[A-Z]{2,}(?:[ ;]|$)|^select /.test(command) ? 'sql' : 'sh';
}

export interface CheckFacts {
	readonly blocks: Block[];
	/** What it says about the message. */
	readonly aboutMessage: Expectation[];
}

/** What a reader runs for a Check or a Verify, with what its sentences say about it. */
export function readCheck(
	nodes: readonly Node[],
	partOf: PartOf,
	within: readonly string[] = [],
): CheckFacts {
	const blocks: Block[] = [];
	const aboutMessage: Expectation[] = [];
	let announced: Expectation | undefined;
	/** The block that an output belongs to when it comes next. */
	let shown: Block | undefined;
	for (const node of nodes) {
		const block = toBlock(node, within);
		if (block) {
			shown = announced ? { ...block, says: announced } : block;
			blocks.push(shown);
		} else if (node.type === 'code') {
			if (shown) shown.says = { kind: 'output', text: node.value };
			shown = undefined;
		} else if (node.type === 'paragraph') {
			const prose = readProse(node);
			const followUp = readFollowUp(prose);
			if (shown && !shown.says && followUp) shown.says = followUp;
			aboutMessage.push(...readQuotes(prose));
			const claims = readClaims(prose).map(({ command, says }) => ({
				language: languageOf(command),
				text: command,
				variants: [...within],
				says,
			}));
			blocks.push(...claims);
			shown = prose.words.endsWith(':') ? claims.at(-1) : undefined;
			announced = readAnnouncement(prose);
			continue;
		} else {
			const inner = readCheck(childrenOf(node), partOf, variantsOf(partOf.get(node)) ?? within);
			blocks.push(
				...inner.blocks.map((each) =>
					announced && !each.says ? { ...each, says: announced } : each,
				),
			);
			aboutMessage.push(...inner.aboutMessage);
			// One announcement may be for several variants in a row.
			continue;
		}
		announced = undefined;
	}
	return { blocks, aboutMessage };
}
