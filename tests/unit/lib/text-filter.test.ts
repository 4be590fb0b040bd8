import { expect, test } from 'vitest';
import { filterWords, matchesFilter } from '#lib/text-filter.ts';

test('every word has to occur, in any order, whatever its case', () => {
	const text = 'eaddrinuse address already in use node.js';
	expect(matchesFilter(text, filterWords('  Node.js EADDR '))).toBe(true);
	expect(matchesFilter(text, filterWords('eaddr nginx'))).toBe(false);
	expect(matchesFilter(text, filterWords('   '))).toBe(true);
});
