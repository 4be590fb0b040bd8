import { expect, test } from 'vitest';
import { stripVTControlCharacters } from 'node:util';
import { formatReport, isOverBudget, median, medianFigures } from '../../bench/report.ts';

test('the median is the middle value, and of an even number the upper of two', () => {
	expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([])]).toEqual([2, 3, NaN]);
});

test('rounds become the median of each figure, with its unit and budget', () => {
	const round = (wall: number, bytes: number) => [
		{ what: 'wall', value: wall, unit: 's', budget: 8 } as const,
		{ what: 'bytes', value: bytes, unit: 'kB' } as const,
	];

	expect(medianFigures([round(1, 30), round(9, 10), round(5, 20)])).toEqual(round(5, 20));
});

test('a figure is over its budget when it is larger, and never without one', () => {
	expect(isOverBudget({ what: '', value: 8, unit: 's', budget: 8 })).toBe(false);
	expect(isOverBudget({ what: '', value: 8.1, unit: 's', budget: 8 })).toBe(true);
	expect(isOverBudget({ what: '', value: 8.1, unit: 's' })).toBe(false);
});

test('the table has a row for each figure, a column for each site, and says what is over its budget', () => {
	const table = formatReport([
		{
			site: '1000 guides',
			figures: [
				{ what: 'cold build: CPU', value: 9.876, unit: 's' },
				{ what: 'code: most bytes', value: 20.94, unit: 'kB', budget: 20 },
			],
		},
		{
			site: '72 real guides',
			figures: [
				{ what: 'code: most bytes', value: 11, unit: 'kB', budget: 20 },
				{ what: 'index: files', value: 1234, unit: '' },
			],
		},
	]);

	expect(stripVTControlCharacters(table).split('\n')).toEqual([
		'                            1000 guides   72 real guides      budget',
		'cold build: CPU                  9.88 s                –',
		'code: most bytes   over budget: 20.9 kB          11.0 kB   ≤ 20.0 kB',
		'index: files                          –            1,234',
	]);
});
