import { ESLint, type Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, test } from 'vitest';

/* That the linter finds what the house style says it does: a pattern that matches nothing would be silent. */

// Rules that need types would need each text as a file of the project; those about names, as set here, do not.
const untyped = tseslint.configs.disableTypeChecked as Linter.Config; // Its own type leaves most of it out.
const { '@typescript-eslint/naming-convention': _, ...rules } = untyped.rules ?? {};
const eslint = new ESLint({ overrideConfig: { ...untyped, files: ['**'], rules } });

async function brokenRules(filePath: string, text: string): Promise<string[]> {
	const [result] = await eslint.lintText(text, { filePath });
	return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const imports = 'boundaries/dependencies';

test.each([
	['src/schema/a.ts', "export { guidePath } from '#lib/url.ts';", imports],
	['src/schema/a.ts', "export type { Relation } from '#lib/relations.ts';", imports],
	['src/lib/a.ts', "export { readFileSync } from 'node:fs';", imports],
	['src/lib/a.ts', "export * from '#content/parse.ts';", imports],
	['src/lib/a.ts', "export const a = await import('astro:content');", imports],
	['src/finder/a.ts', "export { guideSchema } from '#schema/guide.ts';", imports],
	['src/finder/a.ts', "export type { AstroConfig } from 'astro';", imports],
	['src/content/a.ts', "export { glob } from 'astro/loaders';", imports],
	['src/content/a.ts', "export type { Loader } from 'astro/loaders';", imports],
	['src/content/loader.ts', "export { getCollection } from 'astro:content';", imports],
	['src/integrations/a.ts', "export { getCollection } from 'astro:content';", imports],
	['src/integrations/headers.ts', "export { finderIndex } from './finder-index.ts';", imports],
	['src/lab/a.ts', "export { default as Base } from '#layouts/Base.astro';", imports],
	['src/cli/a.ts', "export { default as a } from 'left-pad';", imports],
	[
		'src/components/A.astro',
		"---\nimport Base from '#layouts/Base.astro';\n---\n<Base />",
		imports,
	],
	[
		'src/components/A.astro',
		"<p>x</p>\n<script>\n\timport { parse } from '#content/parse.ts';\n\tparse();\n</script>",
		imports,
	],
	['src/components/a.ts', "export { getCollection } from 'astro:content';", imports],
	['src/layouts/A.astro', "---\nimport Page from '#pages/404.astro';\n---\n<Page />", imports],
	['src/pages/a.ts', "export { main } from '#cli/check.ts';", imports],
	['src/new/a.ts', '', 'boundaries/no-unknown-files'],
	['src/cli/a.ts', "export { urlPath } from '../lib/url.ts';", 'no-restricted-syntax'],
	['src/cli/a.ts', "export { urlPath } from './url';", 'no-restricted-syntax'],
	['tests/a.ts', "export const a = await import('#lib/url');", 'no-restricted-syntax'],
	['src/lib/a.ts', 'export default 1;', 'no-restricted-syntax'],
	[
		'src/lib/a.ts',
		'export namespace A {\n\texport const b = 1;\n}',
		'@typescript-eslint/no-namespace',
	],
	['src/lib/a.ts', 'export let a: any;', '@typescript-eslint/no-explicit-any'],
	[
		'src/lib/a.ts',
		"import { Relation } from './relations.ts';\nexport let a: Relation;",
		'@typescript-eslint/consistent-type-imports',
	],
	['src/lib/a.ts', 'export interface IGuide {\n\ta: 1;\n}', '@typescript-eslint/naming-convention'],
	['src/lib/a.ts', 'export type GuideType = 1;', '@typescript-eslint/naming-convention'],
	['src/lib/a.ts', 'export function getGuide() {}', '@typescript-eslint/naming-convention'],
	['src/lib/a.ts', 'export const a = () => new Date();', 'no-restricted-syntax'],
	['src/finder/a.ts', 'export const a = () => Date.now();', 'no-restricted-syntax'],
	['src/finder/a.ts', 'export const a = () => document.title;', 'no-restricted-globals'],
	['src/lib/aB.ts', '', 'check-file/filename-naming-convention'],
	['src/components/a.astro', '<p>x</p>', 'check-file/filename-naming-convention'],
	['src/lib/a.ts', 'export const a = {} as Date;', 'house/explained-assertion'],
	[
		'src/lib/a.ts',
		'// eslint-disable-next-line eqeqeq\nexport const a = (b: 1) => b == 1;',
		'@eslint-community/eslint-comments/require-description',
	],
	['src/lib/a.ts', `export const a = (b: 1) => ${'b || '.repeat(15)} b;`, 'complexity'],
])('finds in %s what it must not have: %s', async (filePath, text, rule) => {
	expect(await brokenRules(filePath, text)).toContain(rule);
});

test.each([
	['src/schema/a.ts', "export { z } from 'zod';\nexport { slug } from './slug.ts';"],
	['src/finder/a.ts', "export type { Guide } from '#schema/guide.ts';"],
	['src/content/loader.ts', "export type { Loader } from 'astro/loaders';"],
	['src/integrations/headers.ts', "export { headersFor } from './headers-file.ts';"],
	[
		'src/components/A.astro',
		"---\nimport type { Guide } from '#schema/guide.ts';\nexport type A = Guide;\n---\n",
	],
	[
		'src/components/A.astro',
		"<p>x</p>\n<script>\n\timport { init } from './a.client.ts';\n\tinit();\n</script>",
	],
	['src/lib/a.ts', "// import 'astro'\nexport const a = \"import 'astro'\";"],
	[
		'src/lib/a.ts',
		'// It has no time.\nexport const a = {} as Date;\nexport const b = {} as const;',
	],
])('finds nothing in %s: %s', async (filePath, text) => {
	expect(await brokenRules(filePath, text)).toEqual([]);
});
