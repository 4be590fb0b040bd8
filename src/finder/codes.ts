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
type KeyKind = (typeof keyKinds)[number];

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

/** Names that say what their number counts. */
const countingNames: readonly (readonly [family: string, pattern: RegExp])[] = [
	['errno', /^errno (\d{1,3})$/],
	['http', /^([1-5]\d\d) [a-z]/],
	['exit', /^exit (?:code|status) (\d{1,3})$/],
	['win32', /^system error (\d{1,5})$/],
];
const hresultOfWin32 = /^0x8007([0-9a-f]{4})$/;
const bareNumbers = [/(?:^|[\s(])(\d{1,6})(?:$|[\s)])/, /^[a-z]+[-_ ]?(\d{2,6})$/];

/** The number keys of a name: what it counts, where its words tell, and the bare number. */
function numberKeys(name: string): readonly string[] {
	const lower = name.toLowerCase();
	const errno = errnoOf(name);
	const win32 = hresultOfWin32.exec(lower)?.[1];
	const counted = countingNames.flatMap(([family, pattern]) => {
		const number = pattern.exec(lower)?.[1];
		return number ? [`${family} ${number}`] : [];
	});
	const bare = bareNumbers.map((pattern) => pattern.exec(lower)?.[1]).find(Boolean);
	return [
		...(errno ? [`errno ${errno}`] : []),
		...(win32 ? [`win32 ${Number.parseInt(win32, 16)}`] : []),
		...counted,
		...(bare ? [`number ${bare}`] : []),
	];
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
type Strength = 'number' | 'phrase' | 'short' | 'distinct';

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
	if (name.includes('-') && !/\d/.test(name))
		return name.split('-').length >= 3 ? 'distinct' : 'phrase';
	if (/\d/.test(name) && /\p{L}/u.test(name)) return name.length >= 6 ? 'distinct' : 'short';
	return 'phrase';
}
