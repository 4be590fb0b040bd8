import { stringify } from 'yaml';
import { codeKey, codeSlug } from '#lib/notation.ts';
import type { Frontmatter } from '#schema/guide.ts';
import type { GuideFile } from './guide-file.ts';
import {
	capitalize,
	codeStyles,
	coinCode,
	coinWord,
	commonTerms,
	type CodeStyle,
} from './lexicon.ts';
import { Random } from './random.ts';

/*
 * Guides as many as wanted: each is a real one with another code, with links to other guides, and with a part of its
 * words replaced, so that it has the size, the parts and the vocabulary of a real guide.
 */

const guidesPerProduct = 25;

/** How often a word is replaced, so that the vocabulary of the site grows as that of real guides does. */
const rates = {
	sharedCode: 0.03,
	prose: 0.06,
	inlineCode: 0.35,
	codeBlock: 0.14,
	/** Messages of different errors differ in most of their words, of which most are common ones. */
	message: 0.5,
	rareWord: 0.3,
} as const;

/** Stands for the code of a guide while its words are replaced. */
const codeMark = '\u0001';

interface Product {
	readonly slug: string;
	readonly words: readonly string[];
	readonly style: CodeStyle;
	/** Keys and slugs of the codes and aliases that are taken. */
	readonly taken: Set<string>;
}

/** What is known of a guide before its text is written, because others may link to it. */
interface Plan {
	readonly id: string;
	readonly product: Product;
	readonly code: string;
	readonly aliases: readonly string[];
	readonly model: GuideFile;
}

function planProducts(random: Random, count: number): readonly Product[] {
	const slugs = new Set<string>();
	while (slugs.size < count) slugs.add(coinWord(random));
	return [...slugs].map((slug) => ({
		slug,
		words: Array.from({ length: 30 }, () => coinWord(random)),
		style: random.pick(codeStyles),
		taken: new Set(),
	}));
}

function slugOf(code: string): string {
	return codeSlug(code).replace(/[^a-z0-9]+/g, '-');
}

/** A code that this product does not have yet. Now and then it is one that another product has as well. */
function claimCode(
	random: Random,
	{ slug, taken }: Product,
	styles: readonly CodeStyle[],
	others: readonly Plan[],
): string {
	for (;;) {
		const isShared = others.length > 0 && random.chance(rates.sharedCode);
		const code = isShared
			? random.pick(others).code
			: coinCode(random, random.pick(styles), slug.slice(0, 4));
		const names = [`key ${codeKey(code)}`, `slug ${slugOf(code)}`];
		if (names.some((name) => taken.has(name))) continue;
		for (const name of names) taken.add(name);
		return code;
	}
}

function planGuides(random: Random, models: readonly GuideFile[], count: number): readonly Plan[] {
	const products = planProducts(random, Math.ceil(count / guidesPerProduct));
	const plans: Plan[] = [];
	for (let index = 0; index < count; index += 1) {
		const product = products[index % products.length]!; // There is one at least.
		const model = random.pick(models);
		const styles = random.chance(0.8) ? [product.style] : codeStyles;
		const code = claimCode(random, product, styles, plans);
		const aliases = model.frontmatter.aliases.map(() =>
			claimCode(random, product, ['constant', 'camel', 'number'], []),
		);
		plans.push({ id: `${product.slug}/${slugOf(code)}`, product, code, aliases, model });
	}
	return plans;
}

/** The parts of MDX, of which each is varied in its own way. */
const tokens =
	/(?<fence>(`{3,})[^\n`]*\n[^]*?\n *\2)|(?<code>(`{1,2})(?!`)[^]*?[^`]\4(?!`))|(?<link>\]\([^)]*\))|(?<tag><(?:[^<>"]|"[^"]*")*>)|(?<prose>[^`<\]]+)/g;

class Writer {
	readonly #random: Random;
	readonly #plan: Plan;
	readonly #plans: readonly Plan[];
	/** Names of the product, and some that only this guide has. */
	readonly #words: readonly string[];

	constructor(random: Random, plan: Plan, plans: readonly Plan[]) {
		this.#random = random;
		this.#plan = plan;
		this.#plans = plans;
		this.#words = [...plan.product.words, ...Array.from({ length: 6 }, () => coinWord(random))];
	}

	/** Other numbers, and other words for some of those that the pattern finds. */
	#replace(text: string, pattern: RegExp, rate: number): string {
		return text
			.replace(/\b\d{4,}\b/g, (digits) => this.#random.digits(digits.length))
			.replace(pattern, (word) =>
				this.#random.chance(rate) ? this.#random.pick(this.#words) : word,
			);
	}

	#varyProse(text: string): string {
		return this.#replace(text, /\b[a-z]{7,}\b/g, rates.prose);
	}

	/** MDX with other words. Tags, links and placeholders keep their form; a text that grows too long stays as it is. */
	#vary(text: string, maxLength = Infinity): string {
		const { code } = this.#plan.model.frontmatter;
		const varied = text
			.replaceAll(code, codeMark)
			.replace(tokens, (token: string, ...rest: unknown[]) => {
				const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>; // As there are named groups.
				if (groups['prose']) return this.#varyProse(token);
				if (groups['code']) return this.#replace(token, /\b[a-z]{6,}\b(?!>)/g, rates.inlineCode);
				if (groups['fence'])
					return this.#replace(token, /(?<![<`\w-])[a-z_]{6,}\b(?![>\w-])/g, rates.codeBlock);
				if (groups['tag'])
					return token.replace(/(?<=\s(?:title|ask)=")[^"]*/, (title) => this.#title(title));
				return token.startsWith('](/errors/')
					? `](/errors/${this.#random.pick(this.#plans).id}/)`
					: token;
			})
			.replaceAll(codeMark, this.#plan.code);
		return varied.length > maxLength ? text : varied;
	}

	#title(title: string): string {
		const varied = this.#varyProse(title);
		return varied.replaceAll(codeMark, this.#plan.code).length > 100 ? title : varied;
	}

	/** The sentence of a real message about something else: with other words, rare and common, and codes of this guide. */
	#message(message: string): string {
		const { code, aliases } = this.#plan;
		const symbol = /\b(?:\w+_\w+|[A-Z]{5,}\d*|[A-Z]\w+[a-z][A-Z]\w*)\b/g;
		const varied = message
			.split(/(<[^>]*>)/)
			.map((part, index) => {
				if (index % 2 === 1) return part;
				return part
					.replace(symbol, () => this.#random.pick([code, ...aliases]))
					.replace(/\b\d{3,}\b/g, (digits) => this.#random.digits(digits.length))
					.replace(/\b[A-Z]?[a-z]{3,}\b/g, (word) => {
						if (!this.#random.chance(rates.message)) return word;
						const pool = this.#random.chance(rates.rareWord) ? this.#words : commonTerms;
						const other = this.#random.pick(pool);
						return /^[A-Z]/.test(word) ? capitalize(other) : other;
					});
			})
			.join('');
		// No more than a number would be no message.
		const letters = varied.replace(/<[^>]*>|\P{L}/gu, '');
		return letters.length < 5 || varied.length > 400 ? message : varied;
	}

	#related(): Frontmatter['related'] {
		const wanted = Math.min(3, this.#plans.length - 1);
		const others = new Set<string>();
		while (others.size < wanted) {
			const { id } = this.#random.pick(this.#plans);
			if (id !== this.#plan.id) others.add(id);
		}
		const kinds = ['sibling', 'sibling', 'lookalike'] as const;
		return [...others].map((guide) => ({ guide, as: this.#random.pick(kinds) }));
	}

	write(): GuideFile {
		const { id, product, code, aliases, model } = this.#plan;
		const { messages, name, answer } = model.frontmatter;
		const frontmatter = {
			...model.frontmatter,
			code,
			name: this.#vary(name, 70),
			product: product.slug,
			aliases: [...aliases],
			messages: [...new Set(messages.map((message) => this.#message(message)))],
			answer: this.#vary(answer, 400),
			related: this.#related(),
		};
		return { id, frontmatter, body: this.#vary(model.body) };
	}
}

function formatProduct({ slug, words }: Product, category: string): string {
	const name = capitalize(slug);
	const [first = '', second = '', third = '', fourth = ''] = words;
	return stringify({
		name,
		category,
		summary: `The ${first} of ${name}. Its codes stand in the first line of the log, before the message.`,
		homepage: `https://example.com/${slug}/`,
		also: [`${name} ${capitalize(second)}`, `${slug}ctl`],
		marks: [`${slug}:`, `${second} ${third}`, `[${fourth}]`],
	});
}

export interface Generated {
	readonly guides: readonly GuideFile[];
	/** The text of each file by its name. */
	readonly products: ReadonlyMap<string, string>;
}

/** Guides and their products, made of real guides. The same seed gives the same. */
export function generateGuides(
	models: readonly GuideFile[],
	categories: readonly string[],
	count: number,
	seed: number,
): Generated {
	const random = new Random(seed);
	const plans = planGuides(random, models, count);
	const products = [...new Set(plans.map(({ product }) => product))].map((product, index) => {
		const category = categories[index % categories.length] ?? '';
		return [`${product.slug}.yaml`, formatProduct(product, category)] as const;
	});
	return {
		guides: plans.map((plan, index) =>
			new Writer(new Random(seed + index + 1), plan, plans).write(),
		),
		products: new Map(products),
	};
}
