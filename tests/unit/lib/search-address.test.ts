import { expect, test } from 'vitest';
import { noChoice } from '#lib/facets.ts';
import { readSearch, toHistoryEntry } from '#lib/search-address.ts';

test('a typed text is in the query, with the facets', () => {
	const facets = { category: [], product: ['npm', 'pip'] };
	const entry = toHistoryEntry('a & b', false, facets);

	expect(entry).toEqual({ query: 'q=a+%26+b&product=npm&product=pip', state: null });
	expect(readSearch({ search: `?${entry.query}`, hash: '' }, entry.state)).toEqual({
		text: 'a & b',
		facets,
		isShared: false,
	});
});

test('a long text is in the state of its entry and in no address', () => {
	const entry = toHistoryEntry('a\nb', true, noChoice);

	expect(entry).toEqual({ query: '', state: { text: 'a\nb' } });
	expect(readSearch({ search: '', hash: '' }, entry.state).text).toBe('a\nb');
});

test('a shared text comes in the fragment, and has to leave it', () => {
	const search = readSearch({ search: '?q=other', hash: '#a%0Ab' }, null);

	expect(search).toEqual({ text: 'a\nb', facets: noChoice, isShared: true });
});

test.each([null, 'text', { text: 1 }, {}])('a state of %j holds no text', (state) => {
	expect(readSearch({ search: '?q=typed', hash: '#100%' }, state).text).toBe('typed');
});

test('an emptied field leaves nothing in the address', () => {
	expect(toHistoryEntry('', false, noChoice)).toEqual({ query: '', state: null });
});
