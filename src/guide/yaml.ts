import { isMap, isNode, isPair, isScalar, parseDocument, type Document } from 'yaml';
import type { Place, PlaceFinder } from './position.ts';

export const yamlAdvice = 'Correct it. Text that holds a colon, a quote or a # needs quotes around it.';

/**
 * YAML read as the site reads it everywhere: an unquoted day is a `Date` (the `timestamp` tag), as js-yaml has it.
 * Positions come from the tree, never from searching the text.
 */
export class YamlSource {
	readonly value: unknown;
	readonly errors: readonly { readonly place: Place; readonly message: string; readonly duplicate: string | undefined }[];
	readonly #document: Document;
	readonly #places: PlaceFinder;
	readonly #offset: number;

	/** `offset` is where `text` starts in the file that `places` belongs to. */
	constructor(text: string, places: PlaceFinder, offset: number) {
		this.#places = places;
		this.#offset = offset;
		this.#document = parseDocument(text, { customTags: ['timestamp'], prettyErrors: false });
		this.errors = this.#document.errors.map((error) => ({
			place: places.placeOf(offset + error.pos[0]),
			message: error.message,
			duplicate:
				error.code === 'DUPLICATE_KEY'
					? /^[^\s:]+/.exec(text.slice(error.pos[0]))?.[0]
					: undefined,
		}));
		this.value = this.errors.length > 0 ? undefined : this.#toValue();
	}

	#toValue(): unknown {
		// An alias that nests too deep (a "billion laughs" file) makes `toJS` throw.
		try {
			return this.#document.toJS({ maxAliasCount: 50 });
		} catch {
			return undefined;
		}
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
		const pair = map.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key);
		return pair && isScalar(pair.key) && pair.key.range ? this.#placeOfOffset(pair.key.range[0]) : undefined;
	}
}
