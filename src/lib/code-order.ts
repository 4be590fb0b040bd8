const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const isHex = (code: string) => /^0x[\da-f]+$/i.test(code);

function compareText(a: string, b: string): number {
	// The letters of a hexadecimal number are digits, so `0x8007…` stands before `0x800F…`.
	if (isHex(a) && isHex(b)) {
		const [left, right] = [a.toLowerCase(), b.toLowerCase()];
		return left.length - right.length || (left < right ? -1 : Number(left > right));
	}
	return collator.compare(a, b);
}

/** Orders codes as people scan them: case-blind, `E2` before `E10`; equal codes by the second key. */
export function compareCodes(
	a: { readonly code: string; readonly id: string },
	b: { readonly code: string; readonly id: string },
): number {
	return compareText(a.code, b.code) || collator.compare(a.id, b.id);
}

/** The heading under which a code stands in the A–Z: its first letter, or `0–9` for everything that starts otherwise. */
export function indexLetter(code: string): string {
	const first = /[\p{L}\p{N}]/u.exec(code.normalize('NFKD').toUpperCase())?.[0] ?? '';
	return /^[A-Z]$/.test(first) ? first : '0–9';
}
