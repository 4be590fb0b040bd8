import { expect, test } from 'vitest';
import { before, readText, toSpan } from '#finder/text.ts';

test.each([
	['No space left', 'nospaceleft'],
	['\u001B[31mError\u001B[0m: EACCES', 'erroreacces'],
	['\\033[31mError^[[0m: EACCES', 'erroreacces'],
	['in C:\\express\\e2e', 'incexpresse2e'],
	['\\u001b[1mError\\u001b[22m', 'error'],
	['Err\u200Bor \u00ADEACCES', 'erroreacces'],
	['ＥＡＣＣＥＳ ０ｘ８０', 'eacces0x80'],
	['Zugriff „verweigert“ — naïve', 'zugriffverweigertnaive'],
	['nai\u0308ve', 'naive'],
	['&quot;shop&quot; does', 'shopdoes'],
	['line one\\nline two', 'lineonelinetwo'],
	['ﬁle', 'file'],
	['^[[31mcurl^[[0m: [1;31m(60)[0m', 'curl60'],
	['not%20found', 'notfound'],
	['it\\u0027s', 'its'],
	['E\u0000A\u0000C', 'eac'],
	['\uD800broken\uDC00', 'broken'],
	['', ''],
	['!?\n', ''],
])('reads %j as %j', (source, letters) => {
	expect(readText(source).letters).toBe(letters);
});

test('knows where words start, and what stood before them', () => {
	const { words, marks } = readText('ERR_MODULE\nfoo -5 a-5');

	expect([...words]).toEqual([0, 3, 9, 12, 13, 14]);
	expect(marks[3]).toBe(before.gap | before.underscore);
	expect(marks[9]).toBe(before.gap | before.line);
	expect(marks[12]! & before.minus).toBe(before.minus);
	expect(marks[14]! & before.minus).toBe(0);
});

test('leads back to the source', () => {
	const source = '\u001B[31mThe “𝟝𝟘𝟚” gateway';
	const text = readText(source);
	const at = text.letters.indexOf('502');
	const { start, end } = toSpan(text, at, at + 3);

	expect(source.slice(start, end)).toBe('𝟝𝟘𝟚');
});
