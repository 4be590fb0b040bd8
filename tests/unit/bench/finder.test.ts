import { describe, expect, test } from 'vitest';
import { fillPlaceholders, makeLookUps, typicalError } from '../../bench/finder/inputs.ts';
import { makeLog } from '../../bench/finder/log.ts';
import type { GuideFile } from '../../bench/guide-file.ts';
import { Random } from '../../bench/random.ts';

function guide(id: string, code: string, messages: readonly string[]): GuideFile {
	return {
		id,
		frontmatter: {
			code,
			messages: [...messages],
			name: 'Access denied',
			product: 'windows',
			aliases: [],
			answer: '',
			related: [],
			sources: [],
			updated: new Date(0),
		},
		body: '',
	};
}

describe('look-ups', () => {
	const denied = guide('windows/a', '0x80070005', ['Access to <path> is denied.']);
	const shared = guide('windows/b', '0x80070005', ['Access to <path> is denied.']);

	test('a code is looked up in each of its notations, and any guide that has it is right', () => {
		const codes = makeLookUps([denied, shared], 10, new Random(1)).filter(
			({ kind }) => kind === 'code',
		);

		expect(codes.map(({ text }) => text)).toEqual([
			'0x80070005',
			'-2147024891',
			'0x80070005',
			'-2147024891',
		]);
		expect(codes[0]?.guides).toEqual(new Set(['windows/a', 'windows/b']));
	});

	test.each([
		['ORA-01017', ['ora01017']],
		['28P01', ['28P01']],
		['ERR_MODULE_NOT_FOUND', ['ERR_MODULE_NOT_FOUND']],
		['404', []],
	])('%s is typed as %j', (code, texts) => {
		const codes = makeLookUps([guide('a/b', code, ['x'])], 10, new Random(1));

		expect(codes.filter(({ kind }) => kind === 'code').map(({ text }) => text)).toEqual(texts);
	});

	test('of many, as many of each kind as are wanted, from all guides', () => {
		const guides = Array.from({ length: 95 }, (_, index) => guide(`a/${index}`, 'EACCES', ['x']));
		const lookUps = makeLookUps(guides, 10, new Random(1));

		expect(lookUps.map(({ kind }) => kind)).toEqual([
			...Array<string>(10).fill('code'),
			...Array<string>(10).fill('sentence'),
			...Array<string>(10).fill('paste'),
		]);
	});

	test('placeholders are filled, and the words around them stay', () => {
		const line = fillPlaceholders('Access to <path> is denied.', new Random(1));

		expect(line).toMatch(/^Access to \S+ is denied\.$/);
		expect(line).not.toContain('<');
	});

	test('the error of a log is one that no other guide has', () => {
		const own = guide('windows/c', '0x80070002', ['The file <path> is missing.']);

		expect(typicalError([denied, shared, own], new Random(1))).toMatch(
			/^The file \S+ is missing\.$/,
		);
	});
});

describe('the log', () => {
	const log = makeLog(new Random(7), 20_000, 'the one error');

	test('has the length that was asked for, and its error in the middle', () => {
		const place = log.indexOf('the one error');

		expect(log).toHaveLength(20_000);
		expect(place).toBeGreaterThan(9_000);
		expect(place).toBeLessThan(11_000);
		expect(log.indexOf('the one error', place + 1)).toBe(-1);
	});

	test('is the same for the same seed', () => {
		expect(makeLog(new Random(7), 20_000, 'the one error')).toBe(log);
	});
});
