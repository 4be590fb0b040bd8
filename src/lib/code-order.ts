const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Orders codes as people scan them: case-blind, `E2` before `E10`; equal codes by the second key. */
export function compareCodes(
	a: { readonly code: string; readonly id: string },
	b: { readonly code: string; readonly id: string },
): number {
	return collator.compare(a.code, b.code) || collator.compare(a.id, b.id);
}

/** The heading under which a code stands in the A–Z: its first letter, or `0–9` for everything that starts otherwise. */
export function indexLetter(code: string): string {
	const first =
		code
			.normalize('NFKD')
			.toUpperCase()
			.match(/[\p{L}\p{N}]/u)?.[0] ?? '';
	return /^[A-Z]$/.test(first) ? first : '0–9';
}
