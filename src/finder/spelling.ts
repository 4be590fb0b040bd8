/** Characters that stand for a hyphen in pasted text: the dashes of U+2010–2015 and the minus sign. */
const dashes = /[\u2010-\u2015\u2212]/g;

/** A text in one Unicode form, with one dash and without invisible characters. */
export function inOneForm(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/\p{Cf}/gu, '')
		.replace(dashes, '-');
}

/** A spelling as people compare them: in one form, and case-blind. */
export function spelling(text: string): string {
	return inOneForm(text).toLowerCase();
}
