import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { categoryLoader, guideLoader, productLoader } from '#content/loader.ts';
import { shelvedCategorySchema } from '#schema/category.ts';
import { guideCardSchema } from '#schema/guide.ts';
import { pageSchema } from '#schema/page.ts';
import { productSchema } from '#schema/product.ts';

export const collections = {
	guides: defineCollection({ loader: guideLoader(), schema: guideCardSchema }),
	products: defineCollection({ loader: productLoader(), schema: productSchema }),
	categories: defineCollection({ loader: categoryLoader(), schema: shelvedCategorySchema }),
	pages: defineCollection({
		loader: glob({ base: './content/pages', pattern: '*.mdx' }),
		schema: pageSchema,
	}),
};
