import { expect, test } from 'vitest';
import { cleanQuery, isCodeLike, tellingWords } from '#finder/query.ts';

test.each([
	['colours of a terminal', '\u001B[31merror\u001B[0m E100', 'error E100'],
	['a link of a terminal', '\u001B]8;;https://x.example\u0007E100\u001B]8;;\u0007', 'E100'],
	['full-width letters', 'ＥＲＲ＿１', 'ERR_1'],
	['zero-width characters', 'ERR\u200B_1\uFEFF', 'ERR_1'],
	['dashes of other kinds', '\u22122147024891 a\u2013b', '-2147024891 a-b'],
	['symbols that hide every result', "“can't” <file> `x` = $HOME", 'can t file x HOME'],
	['line breaks and tabs', ' a\r\n\tb\n\nc ', 'a b c'],
])('cleans %s', (_, text, query) => {
	expect(cleanQuery(text)).toBe(query);
});

test('makes nothing of nothing', () => {
	expect(cleanQuery('\u200B \n')).toBe('');
});

test.each(['0x80070005', 'ERR_X', 'EACCES', 'OOMKilled', '502', 'E0382'])(
	'takes "%s" for a code',
	(word) => {
		expect(isCodeLike(word)).toBe(true);
	},
);

test.each(['denied', 'The', 'TCP', 'permission'])('does not take "%s" for a code', (word) => {
	expect(isCodeLike(word)).toBe(false);
});

test('puts codes first, then long words, and leaves out what every message has', () => {
	const words = tellingWords('Error: cannot find the package left-pad (ERR_MODULE_NOT_FOUND)', 8);

	expect(words).toEqual(['ERR_MODULE_NOT_FOUND', 'left-pad', 'package', 'find']);
});

test('takes a wrapped code apart and names each word once', () => {
	expect(tellingWords('error[E0382]: net::ERR_FAILED E0382', 8)).toEqual([
		'ERR_FAILED',
		'E0382',
		'net',
	]);
});

test('keeps the minus of a number', () => {
	expect(tellingWords('code -2147024891.', 8)).toEqual(['-2147024891']);
});

test('gives no more words than asked for', () => {
	expect(tellingWords('alpha beta gamma delta', 2)).toEqual(['alpha', 'gamma']);
});

test('finds no telling word in common ones', () => {
	expect(tellingWords('is not a', 8)).toEqual([]);
});
