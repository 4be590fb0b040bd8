import { describe, expect, test } from 'vitest';
import type { IndexedGuide } from '#finder/index-shape.ts';
import { fillPlaceholders, makeLookUps, typicalError } from '../../bench/finder/inputs.ts';
import { makeLog } from '../../bench/finder/log.ts';
import { readOptions } from '../../bench/finder/options.ts';
import { kilobytes } from '../../bench/finder/table.ts';
import { Random } from '../../bench/random.ts';

function guide(id: string, code: string, messages: readonly string[]): IndexedGuide {
	return {
		id,
		code,
		messages,
		name: 'Access denied',
		product: 'windows',
		aliases: [],
		answer: '',
		causes: [],
		proven: false,
	};
}

describe('options of the finder bench', () => {
	test('sizes are sorted and each is there once', () => {
		expect(readOptions(['--sizes', '1000,100,1000'])?.sizes).toEqual([100, 1000]);
	});

	test.each([
		[['--sizes', '100,many'], /--sizes has "many"/],
		[['--sizes', '3'], /from 50 to 100000/],
		[['--rounds', '0'], /--rounds has "0"/],
		[['--folder', ''], /--folder is empty/],
		[['--colour'], /--colour/],
		[['100'], /100/],
	])('%j is refused with a reason', (args, reason) => {
		expect(() => readOptions(args)).toThrow(reason);
	});

	test('help asks for nothing else', () => {
		expect(readOptions(['--help'])).toBeUndefined();
	});
});

describe('inputs of the finder bench', () => {
	const denied = guide('windows/a', '0x80070005', ['Access to <path> is denied.']);
	const shared = guide('windows/b', '0x80070005', ['Access to <path> is denied.']);

	test('a code is looked up in each of its notations, and any guide that has it is right', () => {
		const all = makeLookUps([denied, shared], 10, new Random(1));
		const decimal = all.filter(({ kind }) => kind === 'decimal');

		expect(decimal.map(({ text }) => text)).toEqual(['-2147024891', '-2147024891']);
		expect(decimal[0]?.guides).toEqual(new Set(['windows/a', 'windows/b']));
	});

	test('placeholders are filled, and the words around them stay', () => {
		const line = fillPlaceholders('Access to <path> is denied.', new Random(1));

		expect(line).toMatch(/^Access to \S+ is denied\.$/);
		expect(line).not.toContain('<');
	});

	test('the error of a log is one that no other guide has', () => {
		const own = guide('windows/c', '0x80070002', ['The file <path> is missing.']);

		expect(typicalError([denied, shared, own], new Random(1)).guides).toEqual(
			new Set(['windows/c']),
		);
	});
});

describe('the log of the finder bench', () => {
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

test('kilobytes lose their decimals where they say nothing', () => {
	expect([840, 20_000, 991_314].map(kilobytes)).toEqual(['0.8 kB', '20.0 kB', '991 kB']);
});
