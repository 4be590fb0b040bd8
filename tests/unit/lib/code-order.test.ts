import { expect, test } from 'vitest';
import { compareCodes, indexLetter } from '#lib/code-order.ts';

test('orders codes without regard to case, with numbers by their value', () => {
	const guides = ['E10', 'e2', 'EACCES', '502'].map((code) => ({ code, id: code }));

	expect(guides.sort(compareCodes).map(({ code }) => code)).toEqual(['502', 'e2', 'E10', 'EACCES']);
});

test('orders hexadecimal numbers by their value', () => {
	const guides = ['0x800F0CD7', '0x80070005', '0xC0000005', '0x5', '404'].map((code) => ({
		code,
		id: code,
	}));

	expect(guides.sort(compareCodes).map(({ code }) => code)).toEqual([
		'0x5',
		'0x80070005',
		'0x800F0CD7',
		'0xC0000005',
		'404',
	]);
});

test('orders equal codes by their guide', () => {
	const guides = ['npm/eacces', 'nodejs/eacces'].map((id) => ({ code: 'EACCES', id }));

	expect(guides.sort(compareCodes).map(({ id }) => id)).toEqual(['nodejs/eacces', 'npm/eacces']);
});

test.each([
	['eacces', 'E'],
	['_x', 'X'],
	['Éclair', 'E'],
	['502 Bad Gateway', '0–9'],
	['Ошибка', '0–9'],
	['???', '0–9'],
])('files "%s" under %s', (code, letter) => {
	expect(indexLetter(code)).toBe(letter);
});
