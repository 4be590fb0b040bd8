import { describe, expect, test } from 'vitest';
import { formatHeaders, headersFor, parseHeaders } from '../../../src/integrations/headers-file.ts';

describe('a _headers file', () => {
	test('is read as it was written', () => {
		const rules = [
			{ path: '/*', headers: { 'X-Content-Type-Options': 'nosniff' } },
			{
				path: '/a/*',
				headers: { 'Content-Security-Policy': "default-src 'none'; base-uri 'none'", Age: '0' },
			},
		];
		expect(parseHeaders(formatHeaders(rules))).toEqual(rules);
	});

	test('may have comments, empty lines and the line ends of Windows', () => {
		expect(parseHeaders('# all\r\n/*\r\n\r\n  # why\r\n  A: b: c \r\n')).toEqual([
			{ path: '/*', headers: { A: 'b: c' } },
		]);
	});

	test.each([
		['  A: b\n', '_headers:1: "A: b" is neither'],
		['/*\n  A: b\n  no header\n', '_headers:3: "no header" is neither'],
		['https://a.test/*\n', '_headers:1: "https://a.test/*" is neither'],
		['/*\n  ! A\n', '_headers:2: "! A" is neither'],
	])('that is wrong is refused with the line: %j', (text, message) => {
		expect(() => parseHeaders(text)).toThrow(message);
	});

	test('is refused where a host would cut it off', () => {
		const rule = { path: '/a', headers: { A: 'b' } };
		expect(() => formatHeaders(Array.from({ length: 101 }, () => rule))).toThrow(
			'101 header rules',
		);
		expect(() => formatHeaders([{ path: '/a', headers: { A: 'b'.repeat(2000) } }])).toThrow(
			'has 2005 characters: ',
		);
	});
});

describe('the headers of an address', () => {
	const rules = parseHeaders(
		'/*\n  A: all\n/\n  B: home\n/part/*\n  B: part\n/x/:name/end\n  B: named\n/a.b\n  B: dot\n',
	);

	test.each([
		['/', { A: 'all', B: 'home' }],
		['/part/', { A: 'all', B: 'part' }],
		['/part/of/it.html', { A: 'all', B: 'part' }],
		['/part', { A: 'all' }],
		['/x/one/end', { A: 'all', B: 'named' }],
		['/x/one/two/end', { A: 'all' }],
		['/a.b', { A: 'all', B: 'dot' }],
		['/axb', { A: 'all' }],
	])('%s', (path, headers) => {
		expect(headersFor(rules, path)).toEqual(headers);
	});

	test('are joined where two rules set one, whatever its case', () => {
		const two = parseHeaders('/*\n  Cache-Control: public\n/a\n  cache-control: no-store\n');
		expect(headersFor(two, '/a')).toEqual({ 'Cache-Control': 'public, no-store' });
	});
});
