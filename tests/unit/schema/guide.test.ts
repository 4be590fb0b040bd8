import { expect, test } from 'vitest';
import { categorySchema } from '#schema/category.ts';
import {
	causeAttributes,
	causeSchema,
	fixAttributes,
	frontmatterSchema,
	guideSchema,
	onAttributes,
	questionAttributes,
	relatedSchema,
	sourceSchema,
} from '#schema/guide.ts';
import { isLanguage, languageNames } from '#schema/language.ts';
import { pageSchema } from '#schema/page.ts';
import { productSchema } from '#schema/product.ts';
import { slug } from '#schema/slug.ts';
import { isVariant, variantNames } from '#schema/variant.ts';

test.each([
	['category', categorySchema],
	['page', pageSchema],
	['product', productSchema],
	['guide', guideSchema],
	['frontmatter', frontmatterSchema],
	['related', relatedSchema],
	['source', sourceSchema],
	['cause', causeSchema],
	['Cause', causeAttributes],
	['Fix', fixAttributes],
	['Question', questionAttributes],
	['On', onAttributes],
])('%s reports a key that it does not know', (_, schema) => {
	const issues = schema.safeParse({ 'no-such-key': 1 }).error?.issues ?? [];

	expect(issues.filter(({ code }) => code === 'unrecognized_keys')).toMatchObject([
		{ keys: ['no-such-key'] },
	]);
});

test.each(['e-100', '0x80070005', 'a'])('takes "%s" for a part of an address', (text) => {
	expect(slug.safeParse(text).success).toBe(true);
});

test.each(['', 'E100', 'a--b', '-a', 'a-', 'a b', 'a_b', 'ä', 'a/b', 'x'.repeat(81)])(
	'does not take "%s" for a part of an address',
	(text) => {
		expect(slug.safeParse(text).success).toBe(false);
	},
);

test.each(['toString', '__proto__', 'constructor', ''])(
	'knows neither a variant nor a language "%s"',
	(name) => {
		expect([isVariant(name), isLanguage(name)]).toEqual([false, false]);
	},
);

test('knows every variant and language that it lists', () => {
	expect([variantNames.every(isVariant), languageNames.every(isLanguage)]).toEqual([true, true]);
});
