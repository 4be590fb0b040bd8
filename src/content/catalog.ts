import type { z } from 'zod';
import { categoriesSchema, type Category } from '#schema/category.ts';
import { productSchema, productSourceSchema, type Product } from '#schema/product.ts';
import { slug as slugSchema } from '#schema/slug.ts';
import type { Diagnostic, RuleCode } from './diagnostic.ts';
import { reporter } from './draft.ts';
import { decodeFile } from './encoding.ts';
import { explain } from './issue.ts';
import { PlaceFinder, type Place } from './position.ts';
import { categoriesPath, type ContentFile } from './content-file.ts';
import { YamlSource } from './yaml.ts';

const start: Place = { line: 1, column: 1 };

/** A YAML file as a value of its schema, or the findings that say why not. */
function readYaml<Schema extends z.ZodType>(
	file: string,
	bytes: Uint8Array,
	schema: Schema,
	code: RuleCode,
	findings: Diagnostic[],
): { data: z.output<Schema>; yaml: YamlSource } | undefined {
	const report = reporter(file, findings);
	const decoded = decodeFile(file, bytes);
	if ('finding' in decoded) {
		findings.push(decoded.finding);
		return undefined;
	}
	const yaml = new YamlSource(decoded.text, new PlaceFinder(decoded.text), 0);
	if (yaml.finding) {
		report(code, yaml.finding.place, yaml.finding.message, yaml.finding.fix);
		return undefined;
	}
	const data = yaml.value ?? {};
	const result = schema.safeParse(data);
	if (result.success) return { data: result.data, yaml };
	for (const { path, key, missing, message, fix } of explain(result.error, data, schema)) {
		const parent = missing ? path.slice(0, -1) : path;
		const place = key === undefined ? yaml.placeOfValue(parent) : yaml.placeOfKey(path, key);
		report(code, place ?? start, message, fix);
	}
	return undefined;
}

interface ReadProduct {
	readonly product: Product;
	readonly file: string;
	readonly categoryPlace: Place;
}

/** The slug of a product is the name of its file. */
function productSlugOf(file: string): string {
	return file.slice(file.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
}

function readProduct(
	file: string,
	bytes: Uint8Array,
	findings: Diagnostic[],
): ReadProduct | undefined {
	const slug = productSlugOf(file);
	const report = reporter(file, findings);
	if (!slugSchema.safeParse(slug).success) {
		report(
			'product/schema',
			start,
			`The file name "${slug}.yaml" becomes an address.`,
			'Use lower-case letters, digits and single hyphens.',
		);
		return undefined;
	}
	const read = readYaml(file, bytes, productSourceSchema, 'product/schema', findings);
	if (!read) return undefined;
	return {
		product: productSchema.parse({ ...read.data, slug }),
		file,
		categoryPlace: read.yaml.placeOfValue(['category']) ?? start,
	};
}

function readCategories(
	file: string,
	bytes: Uint8Array,
	findings: Diagnostic[],
): readonly Category[] | undefined {
	const read = readYaml(file, bytes, categoriesSchema, 'category/schema', findings);
	if (!read) return undefined;
	const seen = new Set<string>();
	read.data.forEach(({ slug }, index) => {
		if (seen.has(slug)) {
			const place = read.yaml.placeOfValue([index, 'slug']) ?? start;
			reporter(file, findings)(
				'category/schema',
				place,
				`There is another category "${slug}".`,
				'Give each category a slug of its own.',
			);
		}
		seen.add(slug);
	});
	return read.data;
}

export interface Catalog {
	readonly products: readonly ReadProduct[];
	/** Slugs of all product files, readable or not. */
	readonly productSlugs: ReadonlySet<string>;
	/** Missing when the file is missing or cannot be read. */
	readonly categories: readonly Category[] | undefined;
}

/** The products and the categories, with the findings of their files. */
export function readCatalog(
	productFiles: readonly ContentFile[],
	categoriesFile: ContentFile | undefined,
	findings: Diagnostic[],
): Catalog {
	if (!categoriesFile) {
		reporter(categoriesPath, findings)(
			'category/schema',
			start,
			`There is no ${categoriesPath}.`,
			'Add it: a list of slug, name and summary.',
		);
	}
	return {
		products: productFiles.flatMap(({ path, bytes }) => readProduct(path, bytes, findings) ?? []),
		productSlugs: new Set(productFiles.map(({ path }) => productSlugOf(path))),
		categories: categoriesFile && readCategories(categoriesPath, categoriesFile.bytes, findings),
	};
}
