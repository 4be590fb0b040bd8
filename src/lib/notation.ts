/** An HRESULT, NTSTATUS or bug-check code: 0x and up to eight hexadecimal digits. */
const hexCode = /^0x([0-9a-f]{1,8})$/i;

/**
 * Every other way in which the same number is written: for `0x80070005` the digits alone, and, when the top bit is
 * set, the signed and unsigned decimal of the 32-bit value, which is how some tools print an HRESULT. Codes that are
 * not hexadecimal numbers have none. Short values are left alone, because `0x5` as "5" would claim every 5 there is.
 */
export function notations(code: string): readonly string[] {
	const digits = hexCode.exec(code)?.[1];
	if (digits?.length !== 8) return [];
	const unsigned = Number.parseInt(digits, 16);
	const bare = digits.toUpperCase();
	if (unsigned < 0x8000_0000) return [bare];
	return [bare, String(unsigned | 0), String(unsigned)];
}

/** Everything else that a guide's code is called: its aliases, and all of their notations and its own. */
export function otherNames(guide: {
	readonly code: string;
	readonly aliases: readonly string[];
}): readonly string[] {
	return [...guide.aliases, ...[guide.code, ...guide.aliases].flatMap(notations)];
}

/** What two spellings of one code have in common: Unicode form, case and separators do not tell codes apart. */
export function codeKey(code: string): string {
	return code
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * The code as a hand-typable part of an address: lower case, with a hyphen for each run of characters that would need
 * escaping. `ERR_MODULE_NOT_FOUND` keeps its underscores, `502 Bad Gateway` becomes `502-bad-gateway`. A minus that
 * starts a number stays, since `-2147024891` and `2147024891` are different numbers.
 */
export function codeSlug(code: string): string {
	return exactCodeSlug(code).toLowerCase();
}

/** The same with the capitals of the code, for those who type it exactly as they see it. */
export function exactCodeSlug(code: string): string {
	const sign = /^-\d+$/.test(code) ? '-' : '';
	const body = code
		.normalize('NFKC')
		.replace(/[^\p{L}\p{N}_.]+/gu, '-')
		.replace(/^[-.]+|[-.]+$/g, '');
	return sign + body;
}
