import { expect, test } from 'vitest';
import { indexGroups } from '#lib/index-groups.ts';

const rows = (prefix: string, count: number) =>
	Array.from({ length: count }, (_, index) => ({ code: `${prefix}${index}` }));

test('puts codes under their letters, numbers first', () => {
	expect(indexGroups([{ code: 'EACCES' }, { code: 'EIO' }, { code: '404' }])).toEqual([
		{ letter: '0–9', parts: [[{ code: '404' }]] },
		{ letter: 'E', parts: [[{ code: 'EACCES' }, { code: 'EIO' }]] },
	]);
});

test('divides a letter with many codes into even parts, and loses none', () => {
	const [group] = indexGroups(rows('E', 1001));
	const lengths = group?.parts.map(({ length }) => length) ?? [];
	expect(Math.max(...lengths)).toBeLessThanOrEqual(50);
	expect(Math.min(...lengths)).toBeGreaterThanOrEqual(30);
	expect(group?.parts.flat()).toEqual(rows('E', 1001));
});

test('leaves a letter whole that an eye can still scan', () => {
	expect(indexGroups(rows('E', 80))[0]?.parts).toHaveLength(1);
	expect(indexGroups(rows('E', 81))[0]?.parts).toHaveLength(2);
});
