import { expect, test } from 'vitest';
import { z } from 'zod';
import { fieldsOf } from '#lib/reference.ts';
import {
	causeAttributes,
	fixAttributes,
	frontmatterSchema,
	onAttributes,
	questionAttributes,
} from '#schema/guide.ts';
import { productSourceSchema } from '#schema/product.ts';

test('tells name, form and description of each field', () => {
	const schema = z.strictObject({
		code: z.string().max(60).describe('As on the `screen`.'),
		risk: z.enum(['none', 'some']).describe('How bad.'),
		minutes: z.int().min(1).max(9).describe('How long.'),
		quick: z.boolean().default(false).describe('Or not.'),
		url: z.url().optional().describe('Where.'),
	});

	expect(fieldsOf(schema)).toEqual([
		{
			name: 'code',
			required: true,
			form: 'text, at most 60 characters',
			description: 'As on the <code>screen</code>.',
		},
		{ name: 'risk', required: true, form: 'one of: none, some', description: 'How bad.' },
		{ name: 'minutes', required: true, form: 'a whole number, 1–9', description: 'How long.' },
		{ name: 'quick', required: false, form: 'true or false', description: 'Or not.' },
		{ name: 'url', required: false, form: 'an https address', description: 'Where.' },
	]);
});

test('lists the fields of the entries of a list behind the list', () => {
	const schema = z.strictObject({
		sources: z
			.array(z.strictObject({ checked: z.date().describe('When.') }))
			.min(1)
			.describe('Whence.'),
	});

	expect(fieldsOf(schema)).toEqual([
		{
			name: 'sources',
			required: true,
			form: 'a list, at least 1, each { checked }',
			description: 'Whence.',
		},
		{ name: 'sources[].checked', required: true, form: 'a day, YYYY-MM-DD', description: 'When.' },
	]);
});

test('knows every field of the frontmatter', () => {
	const names = fieldsOf(frontmatterSchema).map(({ name, required }) =>
		required ? name : `${name}?`,
	);

	expect(names).toEqual([
		'code',
		'name',
		'product',
		'aliases?',
		'messages',
		'appliesTo?',
		'answer',
		'related?',
		'related[].guide',
		'related[].as',
		'sources',
		'sources[].title',
		'sources[].url',
		'sources[].checked',
		'updated',
		'retired?',
	]);
});

test.each([
	['frontmatter', frontmatterSchema],
	['Cause', causeAttributes],
	['Fix', fixAttributes],
	['Question', questionAttributes],
	['On', onAttributes],
	['product', productSourceSchema],
])('describes every field of %s', (_, schema) => {
	expect(fieldsOf(schema).filter(({ description }) => description === '')).toEqual([]);
});
