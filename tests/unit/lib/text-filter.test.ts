import { expect, test } from 'vitest';
import { filterStatus, filterWords, matchesFilter } from '#lib/text-filter.ts';

test('every word has to occur, in any order, whatever its case', () => {
	const text = 'eaddrinuse address already in use node.js';
	expect(matchesFilter(text, filterWords('  Node.js EADDR '))).toBe(true);
	expect(matchesFilter(text, filterWords('eaddr nginx'))).toBe(false);
	expect(matchesFilter(text, filterWords('   '))).toBe(true);
});

test('says how much is left, and when nothing is', () => {
	expect(filterStatus(12, 1234)).toBe('12 of 1,234');
	expect(filterStatus(0, 72)).toBe('None of 72');
});
