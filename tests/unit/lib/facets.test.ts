import { expect, test } from 'vitest';
import { choose, hasChoice, noChoice, readChoice, toFilters, valuesOf } from '#lib/facets.ts';

const results = [
	{ category: 'Node.js', product: 'npm' },
	{ category: 'Node.js', product: 'Node.js' },
	{ category: 'Node.js', product: 'npm' },
];

test('a value is taken into a choice once, and out of it', () => {
	const npm = choose(choose(noChoice, 'product', 'npm', true), 'product', 'npm', true);

	expect(npm).toEqual({ category: [], product: ['npm'] });
	expect([npm, noChoice].map(hasChoice)).toEqual([true, false]);
	expect(choose(npm, 'product', 'npm', false)).toEqual(noChoice);
});

test('a choice is read from an address, each value once', () => {
	const choice = readChoice(new URLSearchParams('q=a&product=npm&product=npm&product=pip&x=1'));

	expect(choice).toEqual({ category: [], product: ['npm', 'pip'] });
});

test('only facets with a choice narrow a search', () => {
	expect(toFilters(noChoice)).toEqual({});
	expect(toFilters({ category: [], product: ['npm', 'pip'] })).toEqual({
		product: { any: ['npm', 'pip'] },
	});
});

test('a facet offers its values by name, with how many results each leaves', () => {
	expect(valuesOf('product', results, noChoice)).toEqual([
		{ value: 'Node.js', count: 1, isChosen: false },
		{ value: 'npm', count: 2, isChosen: false },
	]);
});

test('a facet with one value offers nothing, unless a value is chosen', () => {
	expect(valuesOf('category', results, noChoice)).toEqual([]);
	expect(valuesOf('category', results, { ...noChoice, category: ['Git'] })).toEqual([
		{ value: 'Git', count: 0, isChosen: true },
		{ value: 'Node.js', count: 3, isChosen: false },
	]);
});
