/* Texts that name many errors because they are about errors: tables, references, the source of a program. */

/** More different codes than a log of one failure has: a table of codes, or the source of a program that knows them. */
const listLength = 8;
const codeLook =
	/\b(?:E[A-Z]{3,15}|[A-Z]{2,6}_[A-Z0-9_]{2,40}|0x[0-9a-fA-F]{8}|[A-Z]{1,7}-?\d{3,6})\b/g;
/** The first word of a line of a table of codes. */
const codeHead =
	/^[|*\-\u2022\s`"']*(?:\d{1,5}[|:.\s-]+)?(E[A-Z]{3,15}|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|0x[0-9a-fA-F]{6,8}|[0-9A-Z]{5}|[1-5]\d\d|[A-Z]{1,7}-?\d{3,6})\b/;
/** So many lines of a table, and this share of all. */
const tableLines = 5;
const tableShare = 0.6;
/** What of a text is looked at for that, in UTF-16 code units. */
const listSample = 50_000;
/** Whether most lines start with a code, each with another one. */
export function isTable(input: string): boolean {
	const lines = input
		.slice(0, listSample)
		.split(/[\r\n]+/)
		.filter((line) => line.trim() !== '');
	const heads = lines.flatMap((line) => codeHead.exec(line)?.[1] ?? []);
	return new Set(heads).size >= tableLines && heads.length >= tableShare * lines.length;
}

/** Whether a text has more different codes than an error does. */
export function hasManyCodes(input: string): boolean {
	return new Set(input.slice(0, listSample).match(codeLook)).size >= listLength;
}
