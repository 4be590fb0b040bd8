import { expect, test } from 'vitest';
import { readMissingPage } from '#lib/missing-page.ts';

test('a short address typed with other capitals leads to the one that exists', () => {
	expect(readMissingPage('/e/EAddrInUse/')).toEqual({
		code: 'EAddrInUse',
		shortAddress: '/e/eaddrinuse/',
	});
	expect(readMissingPage('/e/502%20Bad%20Gateway').shortAddress).toBe('/e/502-bad-gateway/');
});

test('a short address that is none leads nowhere', () => {
	expect(readMissingPage('/e/no-such-code/')).toEqual({ code: 'no-such-code' });
	expect(readMissingPage('/e/')).toEqual({ code: 'e' });
	expect(readMissingPage('/e/%20/')).toEqual({ code: ' ' });
});

test.each([
	['/', ''],
	['/errors/nodejs/EADDRINUS/', 'EADDRINUS'],
	['/errors/npm/a%20b', 'a b'],
	['/errors/npm/100%/', '100%'],
])('the last part of %s is where a code would stand', (path, code) => {
	expect(readMissingPage(path)).toEqual({ code });
});
