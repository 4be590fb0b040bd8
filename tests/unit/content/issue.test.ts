import { expect, test } from 'vitest';
import { z } from 'zod';
import { describe, keysAt } from '#content/schema-field.ts';
import { explain } from '#content/issue.ts';
import { httpsUrl } from '#schema/url.ts';

const schema = z.strictObject({
	name: z.string().min(4).max(9).optional().describe('A `short` name.'),
	risk: z.enum(['none', 'reversible']).optional().describe('How bad.'),
	minutes: z.int().min(1).max(9).optional().describe('How long.'),
	quick: z.boolean().optional().describe('Or not.'),
	list: z.array(z.string()).min(2).max(3).optional().describe('Several.'),
	day: z.date({ error: 'must be a day' }).optional().describe('When.'),
	url: httpsUrl.optional().describe('Where.'),
	slug: z
		.string()
		.regex(/^[a-z]+$/, { error: 'must be small letters' })
		.optional()
		.describe('An address.'),
	inside: z
		.array(
			z.strictObject({ guide: z.string().describe('Which.'), as: z.string().describe('How.') }),
		)
		.optional()
		.describe('Others.'),
});

function explained(data: unknown, noun?: 'attribute'): string[] {
	const { error } = schema.safeParse(data);
	if (!error) throw new Error('The data is valid.');
	return explain(error, data, schema, noun).map(({ message, fix }) => `${message} ${fix}`);
}

test.each([
	[{ name: 404 }, 'name is a number, and it must be text. Put it in quotes.'],
	[{ name: true }, 'name is true or false, and it must be text. Put it in quotes.'],
	[{ name: new Date('2026-11-22') }, 'name is a date, and it must be text. Put it in quotes.'],
	[{ name: ['a'] }, 'name is a list, and it must be text. Write one text. A short name.'],
	[
		{ name: null },
		'name is empty, and it must be text. Write a value after the key, or remove the key. A short name.',
	],
	[
		{ name: 'abc' },
		'name has 3 characters, and it must have at least 4. Write more. A short name.',
	],
	[
		{ name: 'abcdefghij' },
		'name has 10 characters, and it must have at most 9. Shorten it. A short name.',
	],
	[
		{ risk: 'revresible' },
		'risk is "revresible", and it must be one of: none, reversible. Did you mean "reversible"?',
	],
	[{ risk: 'bad' }, 'risk is "bad", and it must be one of: none, reversible. Choose one of them.'],
	[{ risk: 1 }, 'risk is 1, and it must be one of: none, reversible. Choose one of them.'],
	[
		{ minutes: '5' },
		'minutes is text, and it must be a number. Write a whole number in braces: minutes={5}.',
	],
	[
		{ minutes: 1.5 },
		'minutes is 1.5, and it must be a whole number. Write a whole number in braces: minutes={5}.',
	],
	[{ minutes: 0 }, 'minutes is 0, and it must be at least 1. Correct it. How long.'],
	[{ minutes: 10 }, 'minutes is 10, and it must be at most 9. Correct it. How long.'],
	[
		{ quick: 'true' },
		'quick is text, and it must be true or false. Write quick alone, without a value, or leave it out.',
	],
	[
		{ list: 'a' },
		'list is text, and it must be a list. Write a list: each entry on a line of its own, after a hyphen.',
	],
	[{ list: ['a'] }, 'list has 1 entry, and it must have at least 2. Add one. Several.'],
	[
		{ list: ['a', 'b', 'c', 'd'] },
		'list has 4 entries, and it must have at most 3. Shorten it. Several.',
	],
	[{ list: ['a', 2] }, 'list[2] is a number, and it must be text. Put it in quotes.'],
	[
		{ day: '2026-11-22' },
		'day is text, and it must be a day. Write it like 2026-11-22, without quotes.',
	],
	[{ day: new Date(Number.NaN) }, 'day is a day that does not exist. Write a day of the calendar.'],
	[
		{ url: 'http://a.example' },
		'url is "http://a.example", and it must be an address that starts with https://. Write the https address.',
	],
	[{ slug: 'A' }, 'slug is "A", and it must be small letters. Correct it. An address.'],
	[
		{ slug: 'a\n' },
		'slug is "a\\n", and it must be small letters. Write ">-" after the key instead of ">" or "|": the hyphen drops the last line break.',
	],
	[
		{ inside: ['a/1'] },
		'inside[1] is text, and it must be a group of keys. Write its keys: guide, as.',
	],
	[{ inside: [{ as: 'x' }] }, '"inside[1].guide" is missing. Add inside[1].guide: Which.'],
	[{ nmae: 'abcd' }, 'Unknown key "nmae". Did you mean "name"?'],
	[
		{ zebra: 1 },
		'Unknown key "zebra". Remove it. Allowed: name, risk, minutes, quick, list, day, url, slug, inside.',
	],
])('explains %j', (data, explanation) => {
	expect(explained(data)).toEqual([explanation]);
});

test('calls an attribute an attribute', () => {
	expect(explained({ nmae: 'abcd' }, 'attribute')).toEqual([
		'Unknown attribute "nmae". Did you mean "name"?',
	]);
});

test('explains a misspelt key once, and not that the one it stands for is missing', () => {
	expect(explained({ inside: [{ giude: 'a/1', as: 'x' }] })).toEqual([
		'Unknown key "giude". Did you mean "guide"?',
	]);
});

test('explains every mistake, and each value once', () => {
	expect(explained({ name: 1, url: 'x', zebra: 1, other: 2 })).toEqual([
		'name is a number, and it must be text. Put it in quotes.',
		'url is "x", and it must be an address that starts with https://. Write the https address.',
		'Unknown key "zebra". Remove it. Allowed: name, risk, minutes, quick, list, day, url, slug, inside.',
		'Unknown key "other". Remove it. Allowed: name, risk, minutes, quick, list, day, url, slug, inside.',
	]);
});

test('shortens a long value', () => {
	expect(explained({ slug: 'A'.repeat(500) })).toEqual([
		`slug is "${'A'.repeat(75)}…", and it must be small letters. Correct it. An address.`,
	]);
});

test('names the file where the value as a whole is wrong, and entries of a list at its root', () => {
	const list = z.array(z.strictObject({ slug: z.string().min(3) }));
	const messages = [{ a: 1 }, [{ slug: 'abc' }, { slug: 'a' }]].map((data) =>
		explain(list.safeParse(data).error!, data, list).map(({ message }) => message),
	);

	expect(messages).toEqual([
		['The file is a group of keys, and it must be a list.'],
		['slug of entry 2 has 1 character, and it must have at least 3.'],
	]);
});

test('finds the description and the keys of a field through lists and optional fields', () => {
	expect([
		describe(schema, ['name']),
		describe(schema, ['inside', 0, 'as']),
		describe(schema, ['name', 'deeper']),
		keysAt(schema, ['inside', 0]),
		keysAt(schema, ['name']),
	]).toEqual(['A `short` name.', 'How.', undefined, ['guide', 'as'], []]);
});
