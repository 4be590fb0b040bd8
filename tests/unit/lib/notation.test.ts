import { expect, test } from 'vitest';
import { codeKey, codeSlug, exactCodeSlug, notations } from '#lib/notation.ts';

test('writes an HRESULT bare, signed and unsigned', () => {
	expect(notations('0x80070005')).toEqual(['80070005', '-2147024891', '2147942405']);
});

test('writes the digits in capitals, however the code is written', () => {
	expect(notations('0X8007000e')).toEqual(['8007000E', '-2147024882', '2147942414']);
});

test('writes a number without the top bit bare only', () => {
	expect(notations('0x00000124')).toEqual(['00000124']);
});

test.each(['0x5', '80070005', 'EACCES', '0x8007000G', '0x800700050', ''])(
	'knows no other notation of "%s"',
	(code) => {
		expect(notations(code)).toEqual([]);
	},
);

test.each([
	['ERR_MODULE_NOT_FOUND', 'err module-not-found'],
	['502 Bad Gateway', '502_bad_gateway'],
	['Ｅ100', 'e100'],
	['net::ERR_FAILED', 'NET ERR FAILED'],
])('gives "%s" and "%s" one key', (a, b) => {
	expect(codeKey(a)).toBe(codeKey(b));
});

test('gives codes that differ in a letter different keys', () => {
	expect(codeKey('ERR_A')).not.toBe(codeKey('ERR_B'));
});

test.each([
	['ERR_MODULE_NOT_FOUND', 'err_module_not_found'],
	['502 Bad Gateway', '502-bad-gateway'],
	['-2147024891', '-2147024891'],
	['2147024891', '2147024891'],
	['-rf', 'rf'],
	['error[E0382]', 'error-e0382'],
	['../../etc', 'etc'],
	['C++ 2.5', 'c-2.5'],
	['Größe', 'größe'],
	['?!', ''],
])('makes the address part of "%s"', (code, slug) => {
	expect(codeSlug(code)).toBe(slug);
});

test('keeps capitals in the exact address part', () => {
	expect(exactCodeSlug('ERR Module')).toBe('ERR-Module');
});
