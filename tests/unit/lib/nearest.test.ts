import { expect, test } from 'vitest';
import { editDistance, nearest } from '#lib/nearest.ts';

test.each([
	['', '', 0],
	['', 'abc', 3],
	['abc', '', 3],
	['abc', 'abc', 0],
	['abc', 'abd', 1],
	['abc', 'ab', 1],
	['abc', 'abcd', 1],
	['teh', 'the', 1],
	['kitten', 'sitting', 3],
])('counts the edits from "%s" to "%s"', (a, b, distance) => {
	expect(editDistance(a, b)).toBe(distance);
});

test('finds the closest of several close names', () => {
	expect(nearest('linus', ['minus-sign', 'linux', 'lines'])).toBe('linux');
});

test('takes the swap of two neighbours for one edit', () => {
	expect(nearest('nodjes', ['nginx', 'nodejs'])).toBe('nodejs');
});

test('finds a name that differs by one character although it is short', () => {
	expect(nearest('bu', ['by', 'minutes'])).toBe('by');
});

test('does not mind case', () => {
	expect(nearest('CAUSE', ['Cause', 'Check'])).toBe('Cause');
});

test('finds nothing further away than a third of the name', () => {
	expect(nearest('windose95', ['windows'])).toBeUndefined();
});

test('finds nothing among no names', () => {
	expect(nearest('linux', [])).toBeUndefined();
});
