import { expect, test } from 'vitest';
import { codeIndex } from '#lib/code-index.ts';

test('claims an address for the code, the aliases and the notations of both', () => {
	const index = codeIndex([{ id: 'w/1', code: '0x80070005', aliases: ['E_ACCESSDENIED'] }]);

	expect(index).toEqual([
		{ slug: '0x80070005', code: '0x80070005', guides: ['w/1'] },
		{ slug: 'e_accessdenied', code: 'E_ACCESSDENIED', guides: ['w/1'] },
		{ slug: '80070005', code: '80070005', guides: ['w/1'] },
		{ slug: '-2147024891', code: '-2147024891', guides: ['w/1'] },
		{ slug: '2147942405', code: '2147942405', guides: ['w/1'] },
	]);
});

test('gives the guides that share a code one entry, in their order', () => {
	const index = codeIndex([
		{ id: 'npm/eacces', code: 'EACCES', aliases: [] },
		{ id: 'nodejs/eacces', code: 'EACCES', aliases: [] },
	]);

	expect(index).toEqual([
		{ slug: 'eacces', code: 'EACCES', guides: ['npm/eacces', 'nodejs/eacces'] },
	]);
});

test('prefers the guide whose own code it is to one that lists it as an alias, in any order', () => {
	const own = { id: 'a/137', code: '137', aliases: [] };
	const other = { id: 'b/oom', code: 'OOMKilled', aliases: ['137'] };

	const entries = [codeIndex([own, other]), codeIndex([other, own])].map((index) =>
		index.find(({ slug }) => slug === '137'),
	);

	expect(entries).toEqual([
		{ slug: '137', code: '137', guides: ['a/137'] },
		{ slug: '137', code: '137', guides: ['a/137'] },
	]);
});

test('shares an alias between the guides that list it', () => {
	const index = codeIndex([
		{ id: 'a/1', code: 'A', aliases: ['X'] },
		{ id: 'b/1', code: 'B', aliases: ['x'] },
	]);

	expect(index.at(-1)).toEqual({ slug: 'x', code: 'X', guides: ['a/1', 'b/1'] });
});

test('leaves out a code without a letter or a digit', () => {
	expect(codeIndex([{ id: 'a/1', code: '???', aliases: [] }])).toEqual([]);
});
