import { z } from 'zod';

/** The frontmatter of an editorial page, `content/pages/<slug>.mdx`. */
export const pageSchema = z.strictObject({
	title: z.string().min(3).max(60).describe('Heading and title of the page.'),
	description: z
		.string()
		.min(40)
		.max(160)
		.describe('What a reader finds here, for search engines.'),
	updated: z.date().describe('The day of the last change that matters to a reader.'),
});
