import type { Diagnostic } from './diagnostic.ts';

export const sizeLimitBytes = 256 * 1024;

/** The place of the first byte that is not UTF-8; the column counts the characters before it. */
function invalidBytePlace(bytes: Uint8Array): { line: number; column: number } {
	let line = 1;
	let start = 0;
	for (;;) {
		const newline = bytes.indexOf(0x0a, start);
		const end = newline === -1 ? bytes.length : newline;
		const slice = bytes.subarray(start, end);
		const lenient = new TextDecoder('utf-8').decode(slice);
		try {
			new TextDecoder('utf-8', { fatal: true }).decode(slice);
		} catch {
			return { line, column: lenient.indexOf('\uFFFD') + 1 || 1 };
		}
		if (newline === -1) return { line: 1, column: 1 };
		start = newline + 1;
		line += 1;
	}
}

/**
 * The text of a content file, without a byte-order mark and with `\n` line ends, or the one finding that says why it
 * cannot be read.
 */
export function decodeFile(
	file: string,
	bytes: Uint8Array,
): { text: string } | { finding: Diagnostic } {
	const finding = (
		code: 'file/encoding' | 'file/empty' | 'file/size',
		message: string,
		fix: string,
		place = { line: 1, column: 1 },
	) => ({ finding: { code, file, ...place, message, fix } });

	if (bytes.length > sizeLimitBytes) {
		return finding(
			'file/size',
			`The file is larger than ${sizeLimitBytes / 1024} kB.`,
			'Split it into one guide for each error, and keep logs out of it.',
		);
	}
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
	} catch {
		const utf16 =
			(bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
		return finding(
			'file/encoding',
			utf16 ? 'The file is UTF-16.' : 'There is a byte here that is not UTF-8.',
			'Save the file as UTF-8.',
			utf16 ? undefined : invalidBytePlace(bytes),
		);
	}
	if (text.includes('\0')) {
		const before = text.slice(0, text.indexOf('\0')).split('\n');
		return finding(
			'file/encoding',
			'There is a NUL character here, so this is not text.',
			'Save the file as UTF-8 text.',
			{
				line: before.length,
				column: before.at(-1)!.length + 1,
			},
		);
	}
	if (text.trim() === '') {
		return finding(
			'file/empty',
			'The file is empty.',
			'Write it (`npm run new` makes a draft of a guide), or delete it.',
		);
	}
	return { text };
}
