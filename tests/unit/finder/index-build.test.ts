import { expect, test } from 'vitest';
import { buildIndex, sharedKeys } from '#finder/index-build.ts';
import { IndexReader } from '#finder/index-reader.ts';
import { find } from '#finder/find.ts';
import { indexedGuide } from '../../content-index.ts';

let names = 0;
const digest = (text: string) => `${text.length}-${(names += 1)}`;

const many = Array.from({ length: 600 }, (_, index) =>
	indexedGuide({
		id: `kiln/k${index}`,
		code: `KILN_${index}_FAULT`,
		messages: [`sensor <name> of kiln number ${index} broke down`],
	}),
);

test('writes the same files whatever the order of the guides', () => {
	const stable = (text: string) => String(text.length);
	const forwards = [...buildIndex(many, [], stable)].sort();
	const backwards = [...buildIndex([...many].reverse(), [], stable)].sort();

	expect(backwards).toEqual(forwards);
});

test('finds every guide by code and by message in an index of several shards', async () => {
	const files = buildIndex(many, [], digest);
	const index = new IndexReader((name) =>
		Promise.resolve(JSON.parse(files.get(name) ?? 'null') as unknown),
	);
	const { codes } = await index.manifest();
	expect(codes.files.length).toBeGreaterThan(3);
	for (const { id, code } of many.slice(0, 50)) {
		expect((await find(index, code.toLowerCase())).matches[0]?.guide.id).toBe(id);
	}
	const found = await find(index, 'sensor A of kiln number 77 broke down');
	expect(found.matches[0]?.guide.id).toBe('kiln/k77');
});

test('tells the codes that several guides claim, in whatever notation', () => {
	const shared = sharedKeys([
		indexedGuide({ id: 'a/one', code: 'E-ONE' }),
		indexedGuide({ id: 'b/one', code: 'E_ONE' }),
		indexedGuide({ id: 'b/two', code: 'E_TWO' }),
	]);

	expect([...shared]).toEqual([['eone', ['a/one', 'b/one']]]);
});

test('keeps keys that are names of an object’s own parts', async () => {
	const guides = [indexedGuide({ id: 'a/constructor', code: 'constructor' })];
	const files = buildIndex(guides, [], digest);
	const index = new IndexReader((name) =>
		Promise.resolve(JSON.parse(files.get(name) ?? 'null') as unknown),
	);

	expect((await find(index, 'constructor')).matches[0]?.guide.id).toBe('a/constructor');
	expect((await find(index, '__proto__')).matches).toEqual([]);
});
