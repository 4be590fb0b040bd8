import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isoDay } from '#lib/date.ts';
import { codeKey, codeSlug } from '#lib/notation.ts';
import { codeMark, splitSentences, type Corpus, type Gap, type Skeleton } from './corpus.ts';
import {
	capitalize,
	codeStyles,
	coinCode,
	coinWord,
	commonTerms,
	type CodeStyle,
} from './lexicon.ts';
import { Random } from './random.ts';

/** What is known of a guide before any text is written, because others may link to it. */
interface Plan {
	readonly id: string;
	readonly product: Product;
	readonly code: string;
	readonly aliases: readonly string[];
	readonly skeleton: Skeleton;
}

interface Product {
	readonly slug: string;
	readonly name: string;
	readonly words: readonly string[];
	readonly style: CodeStyle;
	/** Keys of the codes and aliases that are taken. */
	readonly taken: Set<string>;
	readonly slugs: Set<string>;
}

const guidesPerProduct = 25;

/** How often a word is one that the corpus does not have, so that the vocabulary grows as that of real guides does. */
const rates = {
	sharedCode: 0.03,
	proseWord: 0.06,
	inlineWord: 0.35,
	codeWord: 0.14,
	/** Messages of different errors differ in most of their words, of which most are common ones. */
	messageWord: 0.5,
	rareWord: 0.3,
} as const;

function planProduct(random: Random, known: ReadonlySet<string>): Product {
	let word = coinWord(random);
	while (known.has(word)) word = coinWord(random);
	return {
		slug: word,
		name: capitalize(word),
		words: Array.from({ length: 30 }, () => coinWord(random)),
		style: random.pick(codeStyles),
		taken: new Set(),
		slugs: new Set(),
	};
}

function slugOf(code: string): string {
	return codeSlug(code).replace(/[^a-z0-9]+/g, '-');
}

/** A code or alias that this product does not have yet. Now and then it is one that another product has as well. */
function claimCode(
	random: Random,
	product: Product,
	styles: readonly CodeStyle[],
	others: readonly Plan[],
): string {
	for (;;) {
		const style = random.pick(styles);
		const shared = others.length > 0 && random.chance(rates.sharedCode);
		const code = shared
			? random.pick(others).code
			: coinCode(random, style, product.slug.slice(0, 4));
		if (product.taken.has(codeKey(code)) || product.slugs.has(slugOf(code))) continue;
		product.taken.add(codeKey(code));
		product.slugs.add(slugOf(code));
		return code;
	}
}

function planGuides(random: Random, corpus: Corpus, count: number): Plan[] {
	const products: Product[] = [];
	const known = new Set<string>();
	for (let index = 0; index < Math.ceil(count / guidesPerProduct); index += 1) {
		const product = planProduct(random, known);
		known.add(product.slug);
		products.push(product);
	}
	const plans: Plan[] = [];
	for (let index = 0; index < count; index += 1) {
		const product = products[index % products.length];
		if (!product) continue;
		const skeleton = random.pick(corpus.skeletons);
		const styles = random.chance(0.8) ? [product.style] : codeStyles;
		const code = claimCode(random, product, styles, plans);
		const aliases = skeleton.frontmatter.aliases.map(() =>
			claimCode(random, product, ['constant', 'camel', 'number'], []),
		);
		plans.push({ id: `${product.slug}/${slugOf(code)}`, product, code, aliases, skeleton });
	}
	return plans;
}

/** Writes one guide from the gaps of its skeleton. */
class Writer {
	readonly #random: Random;
	readonly #corpus: Corpus;
	readonly #plan: Plan;
	readonly #plans: readonly Plan[];
	/** The links that lead somewhere. */
	readonly #known: ReadonlySet<string>;
	/** Names that only this guide has. */
	readonly #words: readonly string[];

	constructor(
		random: Random,
		corpus: Corpus,
		plan: Plan,
		plans: readonly Plan[],
		known: ReadonlySet<string>,
	) {
		this.#random = random;
		this.#corpus = corpus;
		this.#plan = plan;
		this.#plans = plans;
		this.#known = known;
		this.#words = [...plan.product.words, ...Array.from({ length: 6 }, () => coinWord(random))];
	}

	#word(): string {
		return this.#random.pick(this.#words);
	}

	#replace(text: string, pattern: RegExp, rate: number): string {
		return text
			.replace(/\b\d{4,}\b/g, (digits) => this.#random.digits(digits.length))
			.replace(pattern, (word) => (this.#random.chance(rate) ? this.#word() : word));
	}

	/** Other words and numbers; links lead to guides that exist. Code and tags keep their form. */
	#vary(text: string): string {
		return text
			.split(/(`[^`]*`|\]\([^)]*\)|<[^>]*>)/)
			.map((part, index) => {
				if (index % 2 === 0) return this.#replace(part, /\b[a-z]{7,}\b/g, rates.proseWord);
				if (part.startsWith('`'))
					return this.#replace(part, /\b[a-z]{6,}\b(?!>)/g, rates.inlineWord);
				if (part.startsWith('](#')) return '](#fixes)';
				if (part.startsWith('](/errors/'))
					return `](/errors/${this.#random.pick(this.#plans).id}/)`;
				return part;
			})
			.join('')
			.replaceAll(codeMark, this.#plan.code);
	}

	/** The sentence of a real message about something else: with other words, rare and common, and codes of this guide. */
	#message(): string {
		const { code, aliases } = this.#plan;
		const symbol = /\b(?:\w+_\w+|[A-Z]{5,}\d*|[A-Z]\w+[a-z][A-Z]\w*)\b/g;
		const message = this.#from('message')
			.split(/(<[^>]*>)/)
			.map((part, index) => {
				if (index % 2 === 1) return part;
				return part
					.replace(symbol, () => this.#random.pick([code, ...aliases]))
					.replace(/\b\d{3,}\b/g, (digits) => this.#random.digits(digits.length))
					.replace(/\b[A-Z]?[a-z]{3,}\b/g, (word) => {
						if (!this.#random.chance(rates.messageWord)) return word;
						const rare = this.#random.chance(rates.rareWord);
						const other = rare ? this.#word() : this.#random.pick(commonTerms);
						return /^[A-Z]/.test(word) ? capitalize(other) : other;
					});
			})
			.join('')
			.replaceAll(codeMark, code);
		return message.slice(0, 400).trim();
	}

	#messages(count: number): readonly string[] {
		const messages = new Set<string>();
		// A short one that comes twice is left out, and so is one that is no more than a number.
		for (
			let tries = 0;
			messages.size === 0 || (messages.size < count && tries < 4 * count);
			tries += 1
		) {
			const message = this.#message();
			const letters = message.replace(/<[^>]*>|\P{L}/gu, '');
			if (letters.length >= 5) messages.add(message);
		}
		return [...messages];
	}

	#from(kind: string): string {
		return this.#random.pick(this.#corpus.pools.get(kind) ?? []);
	}

	/** Titles have a greatest length, which the longest real one of their kind keeps to. */
	#title(kind: string): string {
		const longest = Math.max(...(this.#corpus.pools.get(kind) ?? []).map(({ length }) => length));
		for (;;) {
			const title = this.#vary(this.#from(kind));
			if (title.length <= longest) return title;
		}
	}

	#fill({ kinds, indent }: Gap): string {
		const filled = kinds.map((kind) => {
			if (kind.startsWith('title ')) return this.#title(kind);
			if (!kind.startsWith('code ')) return this.#vary(this.#from(kind));
			const [fence = '', ...lines] = this.#from(kind).split('\n');
			const text = lines.join('\n').replaceAll(codeMark, this.#plan.code);
			const varied = this.#replace(text, /(?<![<\w-])[a-z_]{6,}\b(?![>\w-])/g, rates.codeWord);
			return [fence, ...varied.split('\n').map((line) => line && indent + line)].join('\n');
		});
		return filled.join(' ');
	}

	#answer(sentences: number): string {
		for (;;) {
			const parts = Array.from({ length: sentences }, () => this.#vary(this.#from('answer')));
			const answer = [...new Set(parts)].join(' ');
			if (answer.length >= 60 && answer.length <= 400) return answer;
		}
	}

	#name(): string {
		for (;;) {
			const name = `${this.#vary(this.#from('name'))} in ${this.#word()}`;
			if (name.length <= 70) return name;
		}
	}

	#frontmatter(): string {
		const { code, aliases, product, id, skeleton } = this.#plan;
		const { messages, answer, appliesTo, sources, updated } = skeleton.frontmatter;
		const related = new Set<string>();
		const wanted = Math.min(3, this.#plans.length - 1);
		while (related.size < wanted) {
			const other = this.#random.pick(this.#plans).id;
			if (other !== id) related.add(other);
		}
		const kinds = ['sibling', 'sibling', 'lookalike'] as const;
		const quoted = (text: string) => JSON.stringify(text);
		return [
			`code: ${quoted(code)}`,
			`name: ${quoted(this.#name())}`,
			`product: ${product.slug}`,
			...(aliases.length > 0 ? [`aliases: [${aliases.map(quoted).join(', ')}]`] : []),
			'messages:',
			...this.#messages(messages.length).map((message) => `  - ${quoted(message)}`),
			...(appliesTo ? [`appliesTo: ${quoted(this.#from('appliesTo'))}`] : []),
			'answer: >-',
			`  ${this.#answer(splitSentences(answer).length)}`,
			'related:',
			...[...related].map((other) => `  - { guide: ${other}, as: ${this.#random.pick(kinds)} }`),
			'sources:',
			...sources.map(() => {
				const { title, url, checked } = this.#random.pick(this.#corpus.sources);
				return `  - { title: ${quoted(title)}, url: ${quoted(url)}, checked: ${isoDay(checked)} }`;
			}),
			`updated: ${isoDay(updated)}`,
		].join('\n');
	}

	write(): string {
		const { body, gaps } = this.#plan.skeleton;
		let written = '';
		let at = 0;
		for (const gap of [...gaps].sort((a, b) => a.start - b.start)) {
			written += body.slice(at, gap.start) + this.#fill(gap);
			at = gap.end;
		}
		const links = /\]\(\/errors\/[a-z0-9-]+\/[a-z0-9-]+\/(?:#[a-z0-9-]+)?\)/g;
		// What is no gap, such as a paragraph with a tag in it, stays as it is, but for its links.
		const rest = written + body.slice(at);
		const linked = rest.replace(links, (link) => (this.#known.has(link) ? link : this.#vary(link)));
		return `---\n${this.#frontmatter()}\n---${linked}`;
	}
}

function toProductYaml({ name, words }: Product, category: string): string {
	const summary = `The ${words.slice(0, 3).join(' ')} of ${name}. Its codes stand in the first line of the log, before the message.`;
	const [first = '', second = '', third = '', fourth = ''] = words.slice(3);
	const also = [`${name} ${capitalize(first)}`, `${name.toLowerCase()}ctl`];
	const marks = [`${name.toLowerCase()}:`, `${second} ${third}`, `[${fourth}]`];
	return [
		`name: ${name}`,
		`category: ${category}`,
		`summary: ${summary}`,
		`homepage: https://example.com/${name.toLowerCase()}/`,
		`also: ${JSON.stringify(also)}`,
		`marks: ${JSON.stringify(marks)}`,
		'',
	].join('\n');
}

export interface Generated {
	/** `<product>/<slug>`, in the order of writing. */
	readonly ids: readonly string[];
	readonly texts: readonly string[];
}

/** Writes guides and their products below `content` of a project. The same seed writes the same bytes. */
export function generateGuides(
	content: string,
	corpus: Corpus,
	categories: readonly string[],
	count: number,
	seed: number,
): Generated {
	const random = new Random(seed);
	const plans = planGuides(random, corpus, count);
	const known = new Set(plans.map(({ id }) => `](/errors/${id}/)`));
	const texts = plans.map((plan, index) => {
		const text = new Writer(new Random(seed + index + 1), corpus, plan, plans, known).write();
		const file = join(content, 'guides', `${plan.id}.mdx`);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
		return text;
	});
	mkdirSync(join(content, 'products'), { recursive: true });
	[...new Set(plans.map(({ product }) => product))].forEach((product, index) => {
		const category = categories[index % categories.length] ?? '';
		const file = join(content, 'products', `${product.slug}.yaml`);
		writeFileSync(file, toProductYaml(product, category));
	});
	return { ids: plans.map(({ id }) => id), texts };
}
