import { slug } from '#schema/slug.ts';
import type { Draft, Report } from '../draft.ts';

export function splitGuidePath(file: string): { product: string; slug: string } {
	const parts = file.split('/');
	return { product: parts.at(-2) ?? '', slug: (parts.at(-1) ?? '').replace(/\.mdx$/, '') };
}

/** The path is the address, for ever: its shape, and that its folder is its product. */
export function filePath({ frontmatter, source }: Draft, report: Report): void {
	const path = splitGuidePath(source.file);
	if (!slug.safeParse(path.slug).success) {
		const suggestion = path.slug
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-+|-+$/g, '');
		report(
			'guide/slug',
			{ line: 1, column: 1 },
			`The file name "${path.slug}.mdx" becomes the address, and it has other characters than a-z, 0-9 and single hyphens.`,
			suggestion ? `Rename it to "${suggestion}.mdx".` : 'Rename it after the code.',
		);
	}
	if (frontmatter && frontmatter.product !== path.product) {
		report(
			'guide/product-folder',
			source.yaml?.placeOfValue(['product']) ?? { line: 1, column: 1 },
			`product is "${frontmatter.product}", and the file is in the folder "${path.product}".`,
			`Move the file to content/guides/${frontmatter.product}/, or correct the product.`,
		);
	}
}
