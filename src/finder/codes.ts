import { notations } from '#lib/notation.ts';
import { errnoOf } from './errno.ts';
import { readText } from './text.ts';

/*
 * The keys under which an index knows a code; `code-candidates.ts` has those that a text may mean. Both sides fold a
 * spelling to its letters and digits; which spelling it was is compared afterwards, so that an exact one beats a folded
 * one. A plain number is no key by itself: only with what it counts, such as `http 502` or `errno 28`.
 */

/** Why a key leads to a guide: its own code, another name, a notation derived from one, or only a number in one. */
export const keyKinds = ['code', 'alias', 'notation', 'number'] as const;
export type KeyKind = (typeof keyKinds)[number];

export interface CodeKey {
	readonly key: string;
	/** The code or alias that it stands for, as the guide writes it. */
	readonly name: string;
	readonly kind: KeyKind;
}

/**
 * `ora1017` for `ora01017`: letters, then digits that start with zeros. Not after a single letter: `E0382` is one of
 * Rust, `E382` one of Vim.
 */
export function withoutZeros(key: string): string | undefined {
	const [, letters, digits] = /^([a-z]{2,12})0+(\d{1,12})$/.exec(key) ?? [];
	return letters && digits && letters + digits;
}

const hresultOfWin32 = /^0x8007([0-9a-f]{4})$/i;

/** The number keys of a name: what it counts, where its words tell, and the bare number. */
function numberKeys(name: string): readonly string[] {
	const lower = name.toLowerCase();
	const keys: string[] = [];
	const errno = errnoOf(name) ?? /^errno (\d{1,3})$/.exec(lower)?.[1];
	if (errno) keys.push(`errno ${errno}`);
	const http = /^([1-5]\d\d) [a-z]/.exec(lower)?.[1];
	if (http) keys.push(`http ${http}`);
	const exit = /^exit (?:code|status) (\d{1,3})$/.exec(lower)?.[1];
	if (exit) keys.push(`exit ${exit}`);
	const win32 = hresultOfWin32.exec(name)?.[1];
	if (win32) keys.push(`win32 ${Number.parseInt(win32, 16)}`);
	const system = /^system error (\d{1,5})$/.exec(lower)?.[1];
	if (system) keys.push(`win32 ${system}`);
	const bare =
		/(?:^|[\s(])(\d{1,6})(?:$|[\s)])/.exec(lower)?.[1] ??
		/^[a-z]+[-_ ]?(\d{2,6})$/.exec(lower)?.[1];
	if (bare) keys.push(`number ${bare}`);
	return keys;
}

/** Every key of one name of a guide. */
function keysOfName(name: string, kind: 'code' | 'alias'): readonly CodeKey[] {
	const keys: CodeKey[] = [];
	const { letters: own } = readText(name);
	if (own && !/^\d{1,6}$/.test(own)) keys.push({ key: own, name, kind });
	else if (own) keys.push({ key: `number ${own}`, name, kind: 'number' });
	const zeroless = withoutZeros(own);
	if (zeroless) keys.push({ key: zeroless, name, kind: 'notation' });
	for (const notation of notations(name)) {
		const key = notation.startsWith('-') ? notation : notation.toLowerCase();
		keys.push({ key, name, kind: 'notation' });
	}
	const words = /^\d{3} (\p{L}.*)$/u.exec(name)?.[1];
	if (words) keys.push({ key: readText(words).letters, name: words, kind: 'alias' });
	for (const key of numberKeys(name)) keys.push({ key, name, kind: 'number' });
	return keys;
}

/** Every key of a guide, each once, its code's before its aliases'. */
export function codeKeysOf(guide: {
	readonly code: string;
	readonly aliases: readonly string[];
}): readonly CodeKey[] {
	const all = [
		...keysOfName(guide.code, 'code'),
		...guide.aliases.flatMap((alias) => keysOfName(alias, 'alias')),
	];
	const first = new Map<string, CodeKey>();
	for (const entry of all) if (!first.has(entry.key)) first.set(entry.key, entry);
	return [...first.values()];
}

/** How surely a name means its error, wherever it stands. */
export const strengths = ['number', 'phrase', 'short', 'distinct'] as const;
export type Strength = (typeof strengths)[number];

/**
 * Judges a name by its look: `ERR_MODULE_NOT_FOUND` and `0x80070005` occur nowhere but in errors, `28P01` may be a part
 * of something else, `fetch first` is a phrase, `137` a number.
 */
export function strengthOf(name: string): Strength {
	if (/^-?\d{1,6}$/.test(name)) return 'number';
	if (/^\d{3} [A-Z]/.test(name)) return 'distinct';
	if (/\s/.test(name)) return 'phrase';
	if (/^-?\d{9,10}$|^(?:0x)?[0-9a-f]{8}$/i.test(name)) return 'distinct';
	if (/\p{L}[\p{L}\p{N}]*_[\p{L}\p{N}]/u.test(name)) return 'distinct';
	if (/\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(name) && name.length >= 7) return 'distinct';
	if (/^\p{Lu}{5,}$/u.test(name)) return 'distinct';
	if (/-/.test(name) && !/\d/.test(name))
		return name.split('-').length >= 3 ? 'distinct' : 'phrase';
	if (/\d/.test(name) && /\p{L}/u.test(name)) return name.length >= 6 ? 'distinct' : 'short';
	return 'phrase';
}
