import { expect, test } from 'vitest';
import { inverse, relationGraph } from '#lib/relations.ts';
import { relationKinds } from '#schema/guide.ts';

test('shows a relation that one side states on both sides', () => {
	const graph = relationGraph([
		{ id: 'a/1', related: [{ guide: 'a/2', as: 'cause' }] },
		{ id: 'a/2', related: [] },
	]);

	expect([...graph]).toEqual([
		['a/1', [{ guide: 'a/2', as: 'cause' }]],
		['a/2', [{ guide: 'a/1', as: 'effect' }]],
	]);
});

test('lets each side keep its own statement', () => {
	const graph = relationGraph([
		{ id: 'a/1', related: [{ guide: 'a/2', as: 'cause' }] },
		{ id: 'a/2', related: [{ guide: 'a/1', as: 'sibling' }] },
	]);

	expect([...graph]).toEqual([
		['a/1', [{ guide: 'a/2', as: 'cause' }]],
		['a/2', [{ guide: 'a/1', as: 'sibling' }]],
	]);
});

test('puts what a guide states before what others state', () => {
	const graph = relationGraph([
		{ id: 'a/1', related: [{ guide: 'a/3', as: 'lookalike' }] },
		{ id: 'a/2', related: [{ guide: 'a/3', as: 'sibling' }] },
		{ id: 'a/3', related: [{ guide: 'a/2', as: 'sibling' }] },
	]);

	expect(graph.get('a/3')).toEqual([
		{ guide: 'a/2', as: 'sibling' },
		{ guide: 'a/1', as: 'lookalike' },
	]);
});

test('keeps a relation to a guide that is not there on the side that states it', () => {
	const graph = relationGraph([{ id: 'a/1', related: [{ guide: 'a/9', as: 'cause' }] }]);

	expect([...graph]).toEqual([['a/1', [{ guide: 'a/9', as: 'cause' }]]]);
});

test('turns every relation back into itself when inverted twice', () => {
	expect(relationKinds.map((kind) => inverse[inverse[kind]])).toEqual(relationKinds);
});
