import { codeKeysOf, keyKinds, strengthOf } from './codes.ts';
import { wordWeight } from './common-words.ts';
import { translatedMessages } from './errno-translations.ts';
import { toFilterData } from './key-filter.ts';
import { hashOf, secondHashOf, shardOf } from './hash.ts';
import {
	manifestName,
	type Answers,
	type CodeRecord,
	type Files,
	type GuideEntry,
	type IndexedGuide,
	type IndexedProduct,
	type Manifest,
	type MessageManifest,
	type MessageRecord,
	type ProductEntry,
	type Shard,
} from './index-shape.ts';
import {
	anchorsOf,
	compileTemplate,
	pieceWords,
	type Anchor,
	type MessageTemplate,
} from './messages.ts';
import { readText } from './text.ts';

/** Keys in a shard on average: what an exact look-up transfers besides the manifest is about this many records. */
const keysPerShard = 160;
const answersPerFile = 64;

interface Template extends MessageTemplate {
	readonly guide: IndexedGuide;
	readonly anchors: readonly Anchor[];
}

/** The templates of all guides, each once, without those that say no more than a code that is a key anyway. */
function templatesOf(guides: readonly IndexedGuide[]): readonly Template[] {
	return guides.flatMap((guide) => {
		// As a key, a phrase is weaker than as a message.
		const keys = codeKeysOf(guide).filter(({ name }) => strengthOf(name) !== 'phrase');
		const seen = new Set(keys.map(({ key }) => key));
		const messages = guide.messages.flatMap((message) => [message, ...translatedMessages(message)]);
		return messages.flatMap((message) => {
			const template = compileTemplate(message);
			const folded = template.pieces.map(({ letters }) => letters).join(' ');
			if (template.length === 0 || seen.has(folded)) return [];
			seen.add(folded);
			return [{ ...template, guide, anchors: anchorsOf(template) }];
		});
	});
}

/** In how many guides each key occurs. The templates of a guide stand one after another. */
function frequencies(
	templates: readonly Template[],
	keysOf: (template: Template) => readonly string[],
): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	let guide: IndexedGuide | undefined;
	let seen = new Set<string>();
	for (const template of templates) {
		if (template.guide !== guide) {
			guide = template.guide;
			seen = new Set();
		}
		for (const key of keysOf(template)) {
			if (seen.has(key)) continue;
			seen.add(key);
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
	}
	return counts;
}

/**
 * The two anchors under which a template is found: the rarest, where that leaves a choice the one whose words tell
 * most, then the earliest, as the end of a message is what pastes lose; and the best one that shares no word with it.
 */
function chooseAnchors(
	template: Template,
	frequency: ReadonlyMap<string, number>,
): readonly Anchor[] {
	const ranked = template.anchors
		.map((anchor, position) => ({
			anchor,
			position,
			// Anchors that tell nothing are a last resort, however rare the combination.
			tells: Math.min(
				2,
				anchor.key.split(' ').reduce((sum, word) => sum + wordWeight(word), 0),
			),
			// A message may come without its first word.
			hasLead: anchor.piece === 0 && (template.pieces[0]?.words[anchor.word] ?? 0) < template.lead,
			frequency: frequency.get(anchor.key) ?? 1,
		}))
		.sort(
			(a, b) =>
				Number(a.tells < 1) - Number(b.tells < 1) ||
				Number(a.hasLead) - Number(b.hasLead) ||
				a.frequency - b.frequency ||
				b.tells - a.tells ||
				a.position - b.position,
		);
	const [best, ...others] = ranked;
	if (!best) return [];
	const second = others.find(
		({ anchor }) =>
			anchor.piece !== best.anchor.piece || Math.abs(anchor.word - best.anchor.word) >= 3,
	);
	return second && second.tells >= 1 ? [best.anchor, second.anchor] : [best.anchor];
}

/** What a code that several guides claim tells about which of them it is. */
const sharedCodeWeight = 0.2;
const mostCodeWords = 5;

/**
 * How much a template tells, in tenths: rare words count whole, words of many guides less, and codes of several guides
 * next to nothing.
 */
function weightOf(
	template: Template,
	frequency: ReadonlyMap<string, number>,
	total: number,
	shared: SharedCodes,
): number {
	const greatest = Math.log2(1 + total);
	const rarity = (word: string) => Math.log2(1 + total / (frequency.get(word) ?? 1)) / greatest;
	let sum = 0;
	for (const piece of template.pieces) {
		const words = pieceWords(piece);
		for (let at = 0; at < words.length;) {
			const size = shared.sizeAt(words, at);
			sum += size > 0 ? sharedCodeWeight : wordWeight(words[at]!) * rarity(words[at]!);
			at += Math.max(1, size);
		}
	}
	return Math.round(10 * sum);
}

/** The codes of several guides, as they stand among the words of messages. */
class SharedCodes {
	readonly #codes: ReadonlySet<string>;
	/** How long the starts are that tell whether it is worth joining words. */
	readonly #startLength: number;
	readonly #starts: ReadonlySet<string>;

	constructor(codes: ReadonlySet<string>) {
		this.#codes = codes;
		this.#startLength = Math.min(4, ...[...codes].map(({ length }) => length));
		this.#starts = new Set([...codes].map((code) => code.slice(0, this.#startLength)));
	}

	/** How many words from one on are such a code; 0 when there is none. */
	sizeAt(words: readonly string[], at: number): number {
		let start = words[at]!;
		for (let next = at + 1; start.length < this.#startLength && next < words.length; next += 1)
			start += words[next]!;
		if (!this.#starts.has(start.slice(0, this.#startLength))) return 0;
		let size = Math.min(mostCodeWords, words.length - at);
		while (size > 0 && !this.#codes.has(words.slice(at, at + size).join(''))) size -= 1;
		return size;
	}
}

function bitsFor(count: number, perFile: number): number {
	return Math.max(0, Math.ceil(Math.log2(Math.max(1, count / perFile))));
}

/** A shard under construction: guides are numbered in the order in which its records name them. */
class ShardDraft {
	readonly guides: GuideEntry[] = [];
	readonly #codes = new Map<string, CodeRecord[]>();
	readonly #messages = new Map<string, MessageRecord[]>();
	readonly #products = new Map<string, ProductEntry>();
	readonly #numbers = new Map<string, number>();

	addCode(key: string, record: CodeRecord): void {
		this.#codes.set(key, [...(this.#codes.get(key) ?? []), record]);
	}

	addMessage(key: string, record: MessageRecord): void {
		this.#messages.set(key, [...(this.#messages.get(key) ?? []), record]);
	}

	number(guide: IndexedGuide, products: ReadonlyMap<string, ProductEntry>): number {
		const known = this.#numbers.get(guide.id);
		if (known !== undefined) return known;
		const { id, code, name, causes, proven, product } = guide;
		this.#numbers.set(id, this.guides.length);
		this.guides.push({
			id,
			code,
			name,
			...(causes.length > 0 ? { causes } : {}),
			...(proven ? { proven } : {}),
		});
		this.#products.set(product, products.get(product) ?? { name: product, marks: [] });
		return this.guides.length - 1;
	}

	finish(): Shard {
		return {
			guides: this.guides,
			products: Object.fromEntries(this.#products),
			codes: Object.fromEntries(this.#codes),
			messages: Object.fromEntries(this.#messages),
		};
	}
}

interface ShardDrafts {
	readonly bits: number;
	readonly drafts: readonly ShardDraft[];
	readonly of: (key: string) => ShardDraft;
}

function draftShards(keys: number): ShardDrafts {
	const bits = bitsFor(keys, keysPerShard);
	const drafts = Array.from({ length: 2 ** bits }, () => new ShardDraft());
	return { bits, drafts, of: (key) => drafts[shardOf(hashOf(key), bits)]! };
}

function marksOf({ slug, name, also, marks }: IndexedProduct): readonly string[] {
	const folded = [name, ...also, slug, ...marks].map((mark) => readText(mark).letters);
	return [...new Set(folded)].filter((mark) => mark.length > 1);
}

/**
 * The files of an index as text, by name. `digest` gives a short name that depends on nothing but its text. The same
 * guides give the same files, whatever their order. O(n log n) in the number of guides.
 */
export function buildIndex(
	unsorted: readonly IndexedGuide[],
	products: readonly IndexedProduct[],
	digest: (text: string) => string,
): ReadonlyMap<string, string> {
	const guides = [...unsorted].sort((a, b) => (a.id < b.id ? -1 : 1));
	const productEntries = new Map(
		products.map((product) => [product.slug, { name: product.name, marks: marksOf(product) }]),
	);
	const templates = templatesOf(guides);
	const anchorFrequency = frequencies(templates, ({ anchors }) => anchors.map(({ key }) => key));
	const wordFrequency = frequencies(templates, ({ pieces }) => pieces.flatMap(pieceWords));
	const codes = guides.flatMap((guide) => codeKeysOf(guide).map((entry) => ({ ...entry, guide })));
	const shared = new SharedCodes(new Set(sharedKeys(guides).keys()));
	const anchored = templates.flatMap((template) => {
		const weight = weightOf(template, wordFrequency, guides.length, shared);
		return chooseAnchors(template, anchorFrequency).map((anchor) => ({ anchor, template, weight }));
	});

	const codeDrafts = draftShards(codes.length);
	for (const { key, name, kind, guide } of codes) {
		const draft = codeDrafts.of(key);
		draft.addCode(key, [draft.number(guide, productEntries), name, keyKinds.indexOf(kind)]);
	}
	const messageDrafts = draftShards(anchored.length);
	for (const { anchor, template, weight } of anchored) {
		const draft = messageDrafts.of(anchor.key);
		draft.addMessage(anchor.key, [
			draft.number(template.guide, productEntries),
			template.message,
			anchor.piece,
			anchor.word,
			weight,
		]);
	}

	const files = new Map<string, string>();
	const write = (content: unknown): string => {
		const text = JSON.stringify(content);
		// In a folder of their own, as a host can only be told by folder what may be kept for ever.
		const name = `files/${digest(text)}.json`;
		files.set(name, text);
		return name;
	};
	const answerBits = bitsFor(guides.length, answersPerFile);
	const answers = Array.from({ length: 2 ** answerBits }, (): Record<string, string> => ({}));
	for (const { id, answer } of guides) answers[shardOf(hashOf(id), answerBits)]![id] = answer;
	const writeFilter = (entries: readonly string[], hash: (key: string) => number) =>
		write(toFilterData(entries.map(hash)));
	const writeShards = ({ bits, drafts }: ShardDrafts): Files => ({
		bits,
		files: drafts.map((draft) => write(draft.finish())),
	});
	const codeKeys = codes.map(({ key }) => key);
	const messageKeys = anchored.map(({ anchor }) => anchor.key);
	const messages: MessageManifest = {
		messages: writeShards(messageDrafts),
		messageFilter: writeFilter(messageKeys, hashOf),
		secondFilters: {
			codes: writeFilter(codeKeys, secondHashOf),
			messages: writeFilter(messageKeys, secondHashOf),
		},
		answers: { bits: answerBits, files: answers.map((part: Answers) => write(part)) },
	};
	const manifest: Manifest = {
		version: 1,
		guides: guides.length,
		codes: writeShards(codeDrafts),
		codeFilter: writeFilter(codeKeys, hashOf),
		messages: write(messages),
	};
	files.set(manifestName, JSON.stringify(manifest));
	return files;
}

/** Codes and aliases that lead to more than one guide: the choosers, for a report. */
export function sharedKeys(
	guides: readonly IndexedGuide[],
): ReadonlyMap<string, readonly string[]> {
	const owners = new Map<string, Set<string>>();
	for (const guide of guides) {
		for (const name of [guide.code, ...guide.aliases]) {
			const { letters: key } = readText(name);
			owners.set(key, (owners.get(key) ?? new Set()).add(guide.id));
		}
	}
	return new Map(
		[...owners].filter(([, ids]) => ids.size > 1).map(([key, ids]) => [key, [...ids]]),
	);
}
