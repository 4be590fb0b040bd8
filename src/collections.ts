import { defineCollection } from 'astro/content/config';
import { glob } from 'astro/loaders';
import { z } from 'zod';
import { contentLoader } from '#content/loader.ts';
import { pageSchema } from '#schema/page.ts';

export const collections = {
	/** One entry, `latest`, which changes when guides, products or categories do; those lie in the store of the guides. */
	content: defineCollection({
		loader: contentLoader(),
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
