import { z } from 'zod';
import { sourceSchema } from './guide.ts';
import { httpsUrl } from './url.ts';
import { slug } from './slug.ts';

const supportSchema = z.strictObject({
	collect: z
		.array(
			z
				.string()
				.min(3)
				.max(140)
				.regex(/[^.:]$/, { error: 'must not end with a full stop or a colon' }),
		)
		.min(1)
		.describe('Each thing to send, as a phrase. `Code` in back-ticks is allowed.'),
	source: sourceSchema.describe('The official page that asks for it.'),
});

/** `content/products/<slug>.yaml`: one thing that prints errors. The file name is its slug. */
export const productSourceSchema = z.strictObject({
	name: z.string().min(2).max(40).describe('Its name as the vendor writes it.'),
	category: slug.describe('The slug of a category in `content/categories.yaml`.'),
	summary: z
		.string()
		.min(40)
		.max(240)
		.regex(/^[^`]*$/, { error: 'must not contain back-ticks, as it is shown as plain text' })
		.describe('What prints these errors, and how to recognise that it is this product.'),
	homepage: httpsUrl.describe('The vendor’s own documentation or error reference.'),
	status: httpsUrl.optional().describe('The vendor’s status page, where outages are announced.'),
	also: z.array(z.string().min(2)).default([]).describe('Other names that people use for it.'),
	marks: z
		.array(z.string().min(3).max(60))
		.default([])
		.describe(
			'Words that stand in its output beside an error, such as a prompt or the head of a stack trace. They tell apart products that share a code.',
		),
	unsupported: z
		.record(z.string(), z.string().regex(/^<\d+(?:\.\d+)*$/, { error: 'must be written as "<20"' }))
		.default({})
		.describe(
			'The versions of programs, as proofs name them, that their makers no longer support: `{ Node.js: "<22" }`.',
		),
	support: supportSchema
		.optional()
		.describe('What its vendor or project asks for in a report, beyond the message and the time.'),
});

export const productSchema = productSourceSchema.extend({ slug });
export type Product = z.output<typeof productSchema>;
