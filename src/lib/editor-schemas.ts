import { categoriesSchema } from '#schema/category.ts';
import { frontmatterSchema } from '#schema/guide.ts';
import { productSourceSchema } from '#schema/product.ts';
import { siteSchema } from '#schema/site.ts';
import { toJsonSchema } from './json-schema.ts';

/** What is written by hand, and the schema of it, by the name of the file in `schemas/`. */
const schemas = {
	'guide.schema.json': { title: 'The frontmatter of a guide', schema: frontmatterSchema },
	'product.schema.json': { title: 'A product', schema: productSourceSchema },
	'categories.schema.json': { title: 'The categories', schema: categoriesSchema },
	'settings.schema.json': { title: 'The settings of the site', schema: siteSchema },
} as const;

/** The files of `schemas/`, by which an editor completes and underlines. */
export function editorSchemas(): ReadonlyMap<string, string> {
	const files = Object.entries(schemas).map(([name, { title, schema }]) => {
		const { $schema, ...rest } = toJsonSchema(schema);
		const $comment = 'Written by `npm run schemas`.';
		return [
			name,
			`${JSON.stringify({ $schema, $comment, title, ...rest }, null, '\t')}\n`,
		] as const;
	});
	return new Map(files);
}
