import { expect, test } from 'vitest';
import { requestOf } from '#finder/request.ts';

test.each([
	['TS9999: some text', { code: 'TS9999', line: 'TS9999: some text' }],
	['building…\nFATAL: E_NOPE in kiln\nbye', { code: 'E_NOPE', line: 'FATAL: E_NOPE in kiln' }],
	['just words', { code: '', line: 'just words' }],
	['', { code: '', line: '' }],
	['\u001B[31mError: KILN_7\u001B[0m', { code: 'KILN_7', line: 'Error: KILN_7' }],
])('takes of %j only %o', (text, wanted) => {
	expect(requestOf(text)).toEqual(wanted);
});

test('takes neither a path nor an address for the code', () => {
	expect(requestOf('error: cannot read /home/sam/Secret_1/file for sam_1@example.com').code).toBe(
		'',
	);
});
