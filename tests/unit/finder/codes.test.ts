import { describe, expect, test } from 'vitest';
import { codeCandidates } from '#finder/code-candidates.ts';
import { codeKeysOf, strengthOf } from '#finder/codes.ts';
import { readText } from '#finder/text.ts';

function keysOf(code: string, ...aliases: string[]): string[] {
	return codeKeysOf({ code, aliases }).map(({ key }) => key);
}

test.each([
	['ERR_MODULE_NOT_FOUND', ['errmodulenotfound']],
	['0x80070005', ['0x80070005', '80070005', '-2147024891', '2147942405', 'win32 5']],
	['ORA-01017', ['ora01017', 'ora1017', 'number 01017']],
	['502 Bad Gateway', ['502badgateway', 'badgateway', 'http 502', 'number 502']],
	['1045', ['number 1045']],
	['exit code 137', ['exitcode137', 'exit 137', 'number 137']],
	['ENOSPC', ['enospc', 'errno 28']],
	['28P01', ['28p01']],
])('knows %s by its keys', (code, keys) => {
	expect(keysOf(code)).toEqual(keys);
});

test('names a key once, by the code before the alias', () => {
	expect(codeKeysOf({ code: 'E-1', aliases: ['E1', 'E-1x'] }).map(({ name }) => name)).toEqual([
		'E-1',
		'E-1x',
	]);
});

describe('codeCandidates', () => {
	const candidates = (text: string) =>
		codeCandidates(readText(text), () => true).map(({ key }) => key);

	test.each([
		['net::ERR_CONNECTION_REFUSED', 'errconnectionrefused'],
		['error[E0382]: borrow', 'e0382'],
		['TS2345: Argument', 'ts2345'],
		['ts(2345)', 'ts2345'],
		['ORA-1017', 'ora1017'],
		['ORA-001017', 'ora1017'],
		['SQLSTATE[42S02]', '42s02'],
		['ERROR 1045 (28000)', 'number 1045'],
		['ERROR 1045 (28000)', '28000'],
		['AADSTS 50126', 'aadsts50126'],
		['errno 13', 'errno 13'],
		['[Errno 98]', 'errno 98'],
		['os error 13', 'errno 13'],
		['exit code 137', 'exit 137'],
		['exited with code 137', 'exit 137'],
		['exit status 1', 'exit 1'],
		['Exited (137) 2 hours ago', 'exit 137'],
		['status code 502', 'http 502'],
		['HTTP/1.1 502', 'http 502'],
		['HTTP/2 502', 'http 502'],
		['HTTP 502', 'http 502'],
		['System error 5 has occurred.', 'win32 5'],
		['-2147024891', '-2147024891'],
		['−2147024891', '-2147024891'],
		['FFFFFFFF80070005', '80070005'],
		['&H80070005', '80070005'],
		['80070005h', '80070005'],
		['0x80070005L', '80070005'],
		['err module not found', 'errmodulenotfound'],
		['ERR_MODULE_NOT_\nFOUND', 'errmodulenotfound'],
		['413 Request Entity Too Large', '413requestentitytoolarge'],
		['`EACCES`', 'eacces'],
		['“EACCES”', 'eacces'],
	])('reads %j as %j', (text, key) => {
		expect(candidates(text)).toContain(key);
	});

	test('does not read a range as a negative number', () => {
		expect(candidates('1-2147024891')).not.toContain('-2147024891');
	});

	test('looks at a key that repeats only so often', () => {
		const found = codeCandidates(readText('EACCES\n'.repeat(500)), () => true);

		expect(found.filter(({ key }) => key === 'eacces').length).toBeLessThan(50);
	});
});

test.each([
	['ERR_MODULE_NOT_FOUND', 'distinct'],
	['0x80070005', 'distinct'],
	['EACCES', 'distinct'],
	['CrashLoopBackOff', 'distinct'],
	['OOMKilled', 'distinct'],
	['AADSTS50126', 'distinct'],
	['502 Bad Gateway', 'distinct'],
	['externally-managed-environment', 'distinct'],
	['28P01', 'short'],
	['E0382', 'short'],
	['dubious ownership', 'phrase'],
	['fetch first', 'phrase'],
	['137', 'number'],
])('judges %s as %s', (name, strength) => {
	expect(strengthOf(name)).toBe(strength);
});
