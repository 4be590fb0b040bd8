import { defineCollection } from 'astro/content/config';
import { glob } from 'astro/loaders';
import { z } from 'zod';
import { categoryLoader, findingLoader, guideLoader, productLoader } from '#guide/loader.ts';
import { categorySchema } from '#schema/category.ts';
import { guideCardSchema } from '#schema/guide.ts';
import { pageSchema } from '#schema/page.ts';
import { productSchema } from '#schema/product.ts';

export const collections = {
	guides: defineCollection({ loader: guideLoader(), schema: guideCardSchema }),
	products: defineCollection({ loader: productLoader(), schema: productSchema }),
	categories: defineCollection({
		loader: categoryLoader(),
		schema: categorySchema.extend({ order: z.int() }),
	}),
	findings: defineCollection({
		loader: findingLoader(),
		schema: z.strictObject({
			diagnostics: z.array(
				z.strictObject({
					code: z.string(),
					file: z.string(),
					line: z.int(),
					column: z.int(),
					message: z.string(),
					fix: z.string(),
				}),
			),
		}),
	}),
	pages: defineCollection({
		loader: glob({ base: './content/pages', pattern: '*.mdx' }),
		schema: pageSchema,
	}),
};
