import { expect, test } from 'vitest';
import { decodeFile, sizeLimitBytes } from '#content/encoding.ts';

const placeOf = (bytes: Uint8Array) => {
	const decoded = decodeFile('a.mdx', bytes);
	if ('text' in decoded) return 'text';
	const { code, line, column, message } = decoded.finding;
	return `${line}:${column} ${code} ${message}`;
};

test('reads text without its byte-order mark and with one kind of line end', () => {
	expect(decodeFile('a.mdx', Buffer.from('\uFEFFa\r\nb\rc\nd'))).toEqual({ text: 'a\nb\nc\nd' });
});

test('keeps a byte-order mark inside the text', () => {
	expect(decodeFile('a.mdx', Buffer.from('a\uFEFFb'))).toEqual({ text: 'a\uFEFFb' });
});

test.each([
	[
		'Latin-1',
		Buffer.from('ab\ncé d', 'latin1'),
		'2:2 file/encoding There is a byte here that is not UTF-8.',
	],
	[
		'a character cut in two',
		Buffer.from('a\né').subarray(0, 3),
		'2:1 file/encoding There is a byte here that is not UTF-8.',
	],
	[
		'UTF-16, little end first',
		Buffer.from('\uFEFFab', 'utf16le'),
		'1:1 file/encoding The file is UTF-16.',
	],
	[
		'UTF-16, big end first',
		Buffer.from('\uFEFFab', 'utf16le').swap16(),
		'1:1 file/encoding The file is UTF-16.',
	],
	[
		'UTF-16 without a mark',
		Buffer.from('ab', 'utf16le'),
		'1:2 file/encoding There is a NUL character here, so this is not text.',
	],
	[
		'NUL behind a character outside the basic plane',
		Buffer.from('a\n💥\0'),
		'2:3 file/encoding There is a NUL character here, so this is not text.',
	],
	['nothing', Buffer.from(''), '1:1 file/empty The file is empty.'],
	['white space', Buffer.from(' \r\n\t\n'), '1:1 file/empty The file is empty.'],
	[
		'one byte too many',
		Buffer.alloc(sizeLimitBytes + 1, 'a'),
		'1:1 file/size The file is larger than 256 kB.',
	],
	['as many bytes as there may be', Buffer.alloc(sizeLimitBytes, 'a'), 'text'],
])('tells %s', (_, bytes, place) => {
	expect(placeOf(bytes)).toBe(place);
});
