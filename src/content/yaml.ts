import { load } from 'js-yaml';
import {
	isMap,
	isNode,
	isPair,
	isScalar,
	parseDocument,
	visit,
	type Alias,
	type Document,
	type YAMLError,
} from 'yaml';
import type { Place, PlaceFinder } from './position.ts';

export interface YamlFinding {
	readonly place: Place;
	readonly message: string;
	readonly fix: string;
}

type Words = readonly [message: string, fix: string];

/** The parser's errors in an author's words. */
const words: Partial<Record<YAMLError['code'], Words>> = {
	BLOCK_AS_IMPLICIT_KEY: ['This value contains a second colon.', 'Put the value in quotes.'],
	MULTILINE_IMPLICIT_KEY: [
		'This line has no colon between a key and its value.',
		'Write "key: value".',
	],
	BAD_SCALAR_START: [
		'Text without quotes cannot start with this character.',
		'Put the value in quotes.',
	],
	BAD_DQ_ESCAPE: [
		'A backslash between double quotes starts an escape, and YAML does not know this one.',
		'Use single quotes around the value, or write the backslash twice.',
	],
	TAB_AS_INDENT: [
		'This line starts with a tab, and YAML is indented with spaces.',
		'Replace it with spaces.',
	],
	BAD_INDENT: [
		'The indent of this line does not fit the lines above it.',
		'Align the entries of one list or group, and close every bracket.',
	],
	MISSING_CHAR: [
		'A comma, a colon, a hyphen or a bracket is missing before this place.',
		'Add it, or put the value in quotes.',
	],
	MULTIPLE_DOCS: [
		'A line of three hyphens starts a second document here.',
		'Remove it: the file is one document.',
	],
};

const otherwise: Words = [
	'This cannot be read as YAML.',
	'Correct it. Text that contains a colon, a quote or a # needs quotes around it.',
];

function explainError(error: YAMLError, text: string): Words {
	if (error.code === 'DUPLICATE_KEY') {
		const key = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s:]+)/.exec(text.slice(error.pos[0]))?.[0] ?? '';
		return [`The key "${key.replace(/["']/g, '')}" is repeated.`, 'Keep one of them.'];
	}
	if (error.message.startsWith('Missing closing ')) {
		return [
			'A quote that opens before this place is not closed.',
			'Close it at the end of the value.',
		];
	}
	if (error.message.endsWith('at node end')) {
		return ['There is text after the end of this value.', 'Put the whole value in quotes.'];
	}
	return words[error.code] ?? otherwise;
}

/** JavaScript takes 30 February for 2 March, and so does js-yaml. An author means neither. */
function rejectImpossibleDays(document: Document): void {
	visit(document, {
		Scalar(_, scalar) {
			const { value, source } = scalar;
			if (!(value instanceof Date) || !/^\d{4}-\d\d-\d\d$/.test(source ?? '')) return;
			if (value.toISOString().slice(0, 10) !== source) scalar.value = new Date(Number.NaN);
		},
	});
}

/** The first `*name` that names nothing, or else the first of a nest that is too deep to be read. */
function findBrokenAlias(document: Document): Alias | undefined {
	const aliases: Alias[] = [];
	visit(document, { Alias: (_, alias) => void aliases.push(alias) });
	return aliases.find((alias) => alias.resolve(document) === undefined) ?? aliases[0];
}

/** A value in quotes on one line. */
const quoted = /(?<=(?:^|[-:,[{]) *)(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*')/gm;

/**
 * What the two parsers read differently, or what costs more than it says, outside quotes: left to the one that has
 * positions.
 */
const needsTree = /[&*]\S|<</;

function hasImpossibleDay(text: string): boolean {
	for (const day of new Set(text.match(/\d{4}-\d\d-\d\d/g))) {
		const date = new Date(day);
		if (Number.isNaN(date.valueOf()) || date.toISOString().slice(0, 10) !== day) return true;
	}
	return false;
}

/** The value as Astro reads it, or nothing where the text deserves a closer look. */
function readFast(text: string): { value: unknown } | undefined {
	if (needsTree.test(text) && needsTree.test(text.replace(quoted, ''))) return undefined;
	if (hasImpossibleDay(text)) return undefined;
	try {
		return { value: load(text) };
	} catch {
		return undefined;
	}
}

/**
 * YAML read as the site reads it everywhere: an unquoted day is a `Date`, an unquoted 22.10 the number 22.1. Values come
 * from js-yaml, which Astro reads with and which takes a tenth of the time; findings and positions come from the tree of
 * `yaml`, which is made when the first of them is asked for, and never from searching the text.
 */
export class YamlSource {
	readonly value: unknown;
	/** The first reason why the text is not YAML; what the parser says after it follows from it. */
	readonly finding: YamlFinding | undefined;
	readonly #text: string;
	readonly #places: PlaceFinder;
	readonly #offset: number;
	#parsed: Document | undefined;

	/** `offset` is where `text` starts in the file that `places` belongs to. */
	constructor(text: string, places: PlaceFinder, offset: number) {
		this.#text = text;
		this.#places = places;
		this.#offset = offset;
		const fast = readFast(text);
		if (fast) {
			this.value = fast.value ?? null;
			return;
		}
		const [error] = this.#document.errors;
		if (error) {
			const [message, fix] = explainError(error, text);
			this.finding = { place: this.#placeOfOffset(error.pos[0]), message, fix };
			return;
		}
		rejectImpossibleDays(this.#document);
		try {
			this.value = this.#document.toJS({ maxAliasCount: 50 });
		} catch {
			const alias = findBrokenAlias(this.#document);
			this.finding = {
				place: this.#placeOfOffset(alias?.range?.[0] ?? 0),
				message: `"*${alias?.source}" is read as a reference to another value.`,
				fix: 'Put the value in quotes if it is text, or write the other value itself.',
			};
		}
	}

	get #document(): Document {
		this.#parsed ??= parseDocument(this.#text, {
			customTags: ['timestamp'],
			prettyErrors: false,
			// Odd keys are reported as unknown; the parser need not warn of them on the terminal.
			logLevel: 'error',
		});
		return this.#parsed;
	}

	#placeOfOffset(offset: number): Place {
		return this.#places.placeOf(this.#offset + offset);
	}

	/** Where the value at a path starts; where there is none, the nearest parent that exists, or nothing at the root. */
	placeOfValue(path: readonly PropertyKey[]): Place | undefined {
		for (let length = path.length; length > 0; length -= 1) {
			const node = this.#document.getIn(path.slice(0, length), true);
			if (isNode(node) && node.range) return this.#placeOfOffset(node.range[0]);
		}
		return undefined;
	}

	/** Where a key stands in the map at a path. */
	placeOfKey(path: readonly PropertyKey[], key: string): Place | undefined {
		const map = path.length === 0 ? this.#document.contents : this.#document.getIn(path, true);
		if (!isMap(map)) return undefined;
		const pair = map.items.find(
			(item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key,
		);
		return pair && isScalar(pair.key) && pair.key.range
			? this.#placeOfOffset(pair.key.range[0])
			: undefined;
	}
}
