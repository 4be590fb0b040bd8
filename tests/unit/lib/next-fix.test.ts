import { expect, test } from 'vitest';
import { nextFix } from '#lib/next-fix.ts';

const fixes = ['a', 'b', 'c'];

test('goes on to the next fix in order', () => {
	expect(nextFix(fixes, { a: 'failed' }, 'a')).toBe('b');
	expect(nextFix(fixes, { a: 'failed', b: 'failed' }, 'a')).toBe('c');
});

test('returns to those that were passed over', () => {
	expect(nextFix(fixes, { c: 'failed' }, 'c')).toBe('a');
	expect(nextFix(fixes, { c: 'failed', a: 'failed' }, 'c')).toBe('b');
});

test('finds none when each has been tried; an outcome taken back counts as untried', () => {
	expect(nextFix(fixes, { a: 'failed', b: 'failed', c: 'failed' }, 'c')).toBeUndefined();
	expect(nextFix(fixes, { a: '', b: 'failed', c: 'failed' }, 'c')).toBe('a');
});
