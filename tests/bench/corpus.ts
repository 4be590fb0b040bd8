import { readFileSync } from 'node:fs';
import { childrenOf } from '#content/draft.ts';
import { isElement } from '#content/tag.ts';
import { readSource, type Node } from '#content/source.ts';
import { frontmatterSchema, type Frontmatter, type Source } from '#schema/guide.ts';
import { listFiles } from './files.ts';

/*
 * The real guides taken apart: skeletons with gaps, and for each kind of gap what the real guides hold there. A gap is
 * a paragraph, a code block, a cell of a table or the title of a part, so that what is put together again has the
 * size, the parts and the words of a real guide.
 */

/** Stands for the code of whatever guide the text comes from. */
export const codeMark = '\u0001';

/** One place of a skeleton that is filled anew. Of several sentences, each has a kind of its own. */
export interface Gap {
	readonly start: number;
	readonly end: number;
	readonly kinds: readonly string[];
	/** White space before each line of a code block after the first. */
	readonly indent: string;
}

export interface Skeleton {
	readonly body: string;
	readonly gaps: readonly Gap[];
	readonly frontmatter: Frontmatter;
}

export interface Corpus {
	readonly skeletons: readonly Skeleton[];
	readonly pools: ReadonlyMap<string, readonly string[]>;
	readonly sources: readonly Source[];
	/** The texts of the files, for comparing. */
	readonly texts: readonly string[];
}

/** Sentences of one paragraph. A full stop between back-ticks or in a link ends none. */
export function splitSentences(text: string): string[] {
	const sentences: string[] = [];
	let start = 0;
	let inCode = false;
	let depth = 0;
	for (let at = 0; at < text.length; at += 1) {
		const character = text[at] ?? '';
		if (character === '`') inCode = !inCode;
		else if (!inCode && /[[(]/.test(character)) depth += 1;
		else if (!inCode && /[\])]/.test(character)) depth -= 1;
		if (inCode || depth > 0 || !/[.!?:]/.test(character)) continue;
		if (!/^ [A-Z`[]/.test(text.slice(at + 1, at + 3))) continue;
		sentences.push(text.slice(start, at + 1));
		start = at + 2;
	}
	return [...sentences, text.slice(start)];
}

function isPlain(node: Node): boolean {
	return !isElement(node) && node.type !== 'break' && childrenOf(node).every(isPlain);
}

class Reader {
	readonly pools = new Map<string, string[]>();
	readonly sources: Source[] = [];
	#text = '';
	#code = '';
	#gaps: Gap[] = [];

	#add(kind: string, text: string): void {
		const pool = this.pools.get(kind) ?? [];
		this.pools.set(kind, pool);
		pool.push(text.replaceAll(this.#code, codeMark));
	}

	#gap(start: number, end: number, parts: readonly (readonly [string, string])[], indent = '') {
		for (const [kind, text] of parts) this.#add(kind, text);
		this.#gaps.push({ start, end, kinds: parts.map(([kind]) => kind), indent });
	}

	#visit(node: Node, context: string, destructive: boolean): void {
		const start = node.position?.start.offset ?? 0;
		const end = node.position?.end.offset ?? start;
		const raw = this.#text.slice(start, end);
		if (isElement(node)) {
			const first = childrenOf(node)[0]?.position?.start.offset ?? end;
			const tag = this.#text.slice(start, first);
			const title = /(?<=\s(?:title|ask)=")[^"]*/.exec(tag);
			if (title) {
				const from = start + title.index;
				this.#gap(from, from + title[0].length, [[`title ${node.name}`, title[0]]]);
			}
			const risky = destructive || tag.includes('risk="destructive"');
			for (const child of childrenOf(node)) this.#visit(child, node.name ?? '', risky);
		} else if (node.type === 'code') {
			const indent = ' '.repeat((node.position?.start.column ?? 1) - 1);
			const kind = `code ${node.lang ?? ''}${destructive ? ' destructive' : ''}`;
			const fence = node.value.includes('```') ? '````' : '```';
			this.#gap(start, end, [[kind, `${fence}${node.lang}\n${node.value}\n${fence}`]], indent);
		} else if (node.type === 'paragraph' && isPlain(node)) {
			const sentences = splitSentences(raw.replace(/\s*\n\s*/g, ' '));
			const kind = (text: string) => `${context} ${text.endsWith(':') ? 'lead-in' : 'sentence'}`;
			this.#gap(
				start,
				end,
				sentences.map((text) => [kind(text), text] as const),
			);
		} else if (node.type === 'tableCell' && isPlain(node) && childrenOf(node).length > 0) {
			const from = childrenOf(node)[0]?.position?.start.offset ?? start;
			const to = childrenOf(node).at(-1)?.position?.end.offset ?? from;
			this.#gap(from, to, [['cell', this.#text.slice(from, to)]]);
		} else {
			const inside = node.type === 'list' && node.ordered ? 'step' : context;
			for (const child of childrenOf(node)) this.#visit(child, inside, destructive);
		}
	}

	read(file: string, text: string): Skeleton {
		const source = readSource(file, text);
		const parsed = frontmatterSchema.safeParse(source.yaml?.value);
		if (!source.nodes || !parsed.success) throw new Error(`${file} has findings.`);
		const frontmatter = parsed.data;
		this.#text = text;
		this.#code = frontmatter.code;
		this.#gaps = [];
		for (const node of source.nodes) this.#visit(node, 'intro', false);
		for (const sentence of splitSentences(frontmatter.answer)) this.#add('answer', sentence);
		for (const message of frontmatter.messages) this.#add('message', message);
		this.#add('name', frontmatter.name);
		if (frontmatter.appliesTo) this.#add('appliesTo', frontmatter.appliesTo);
		this.sources.push(...frontmatter.sources);
		const from = text.indexOf('\n---', 3) + 4;
		const gaps = this.#gaps.map((gap) => ({
			...gap,
			start: gap.start - from,
			end: gap.end - from,
		}));
		return { body: text.slice(from), gaps, frontmatter };
	}
}

/** Every guide below `folder`. Throws when one has findings: the corpus must be sound. */
export function readCorpus(folder: string): Corpus {
	const reader = new Reader();
	const files = listFiles(folder).filter((file) => file.endsWith('.mdx'));
	const texts = files.map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
	const skeletons = texts.map((text, index) => reader.read(files[index] ?? '', text));
	if (skeletons.length === 0) throw new Error(`There is no guide below ${folder}.`);
	return { skeletons, pools: reader.pools, sources: reader.sources, texts };
}
