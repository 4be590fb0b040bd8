/** A spelling as people compare them: one Unicode form, one dash, without invisible characters, case-blind. */
export function spelling(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/\p{Cf}/gu, '')
		.replace(/[\u2010-\u2015\u2212]/g, '-')
		.toLowerCase();
}
