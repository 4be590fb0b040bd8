import { z } from 'zod';
import { slug } from './slug.ts';

export const categorySchema = z.strictObject({
	slug: slug.describe('The last part of its address, `/categories/<slug>/`. Never changes.'),
	name: z.string().min(3).max(40).describe('Its name on the shelf, in sentence case.'),
	summary: z
		.string()
		.min(30)
		.max(160)
		.describe('One sentence: which errors a reader finds here, so that they know it is the place.'),
});
export type Category = z.output<typeof categorySchema>;

/** `content/categories.yaml`: the shelves, in the order in which pages show them. */
export const categoriesSchema = z.array(categorySchema).min(1);

/** A category as the collection has it: a collection has no order of its own. */
export const shelvedCategorySchema = categorySchema.extend({ position: z.int() });
