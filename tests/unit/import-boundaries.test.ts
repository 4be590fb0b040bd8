import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/*
 * Who may import whom: the table of the house style. A name is a folder of src/, a package, `node` for all of Node's
 * own modules, or `astro:` for Astro's virtual ones. Types may be imported from anywhere but where a name is forbidden.
 */

interface Rule {
	readonly allowed: readonly string[];
	/** Not even for types. */
	readonly forbidden?: RegExp;
}

const everything = ['astro:', 'astro', 'node', 'zod'];
const parsers = ['satteri', 'yaml', 'js-yaml', 'highlight.js', 'lowlight', 'zod', 'node'];

const rules: Readonly<Record<string, Rule>> = {
	schema: { allowed: ['schema', 'zod'], forbidden: /^(?!schema$|zod$)/ },
	// `reference` reads the schemas with Zod's own function.
	lib: {
		allowed: ['lib', 'schema', 'zod', 'settings.json'],
		forbidden: /^(?:astro|node|content|components|pages)/,
	},
	finder: { allowed: ['finder', 'lib'], forbidden: /^(?:astro|node|content|components|pages)/ },
	content: { allowed: ['content', 'lib', 'schema', ...parsers], forbidden: /^astro|\.astro$/ },
	cli: {
		allowed: [
			'cli',
			'lab',
			'content',
			'integrations',
			'lib',
			'schema',
			'finder',
			'node',
			'sirv',
			'compression',
		],
		forbidden: /^astro|\.astro$/,
	},
	lab: {
		allowed: ['lab', 'content', 'lib', 'schema', 'finder', 'node'],
		forbidden: /^astro|\.astro$/,
	},
	integrations: {
		allowed: [
			'integrations',
			'content',
			'lib',
			'schema',
			'finder',
			'node',
			'astro',
			'astro:',
			'pagefind',
		],
		forbidden: /^astro:content/,
	},
	components: {
		allowed: ['components', 'lib', 'finder', 'astro', 'settings.ts'],
		forbidden: /^(?:astro:content|layouts|pages|content)$/,
	},
	layouts: {
		allowed: ['layouts', 'components', 'styles', 'lib', 'settings.ts'],
		forbidden: /^(?:astro:content|pages|content)$/,
	},
	pages: {
		allowed: [
			'pages',
			'layouts',
			'components',
			'styles',
			'lib',
			'schema',
			'content',
			'finder',
			'integrations',
			'settings.ts',
			...everything,
		],
	},
	// The files that lie directly in src/.
	'': { allowed: ['', 'settings.json', 'lib', 'schema', 'content', ...everything] },
};

interface Import {
	readonly specifier: string;
	readonly isType: boolean;
}

/** The scripts of a file: all of a `.ts` file, the fenced part and the `<script>` elements of an `.astro` file. */
function scriptsOf(path: string, text: string): readonly string[] {
	if (!path.endsWith('.astro')) return [text];
	const front = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
	return [
		front,
		...[...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, body = '']) => body),
	];
}

function importsOf(script: string): readonly Import[] {
	const found: Import[] = [];
	const visit = (node: ts.Node): void => {
		const specifier =
			ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
				? node.moduleSpecifier
				: ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
					? node.arguments[0]
					: ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
						? node.argument.literal
						: undefined;
		if (specifier && ts.isStringLiteralLike(specifier)) {
			const isType =
				ts.isImportTypeNode(node) ||
				(ts.isExportDeclaration(node) && node.isTypeOnly) ||
				(ts.isImportDeclaration(node) &&
					node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
			found.push({ specifier: specifier.text, isType });
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile('a.ts', script, ts.ScriptTarget.Latest, true));
	return found;
}

/** The folder of src/, or the package, that a specifier leads to. */
function targetOf(path: string, specifier: string): string {
	if (specifier.startsWith('#')) return specifier.slice(1).split('/')[0]!;
	if (specifier.startsWith('.')) {
		const parts = relative('src', join(dirname(path), specifier)).split('/');
		return parts.length > 1 ? parts[0]! : '';
	}
	if (specifier.startsWith('node:')) return 'node';
	if (specifier.startsWith('astro:')) return 'astro:';
	return specifier.split('/')[0]!;
}

/** What is wrong with the imports of one file. */
function violationsOf(path: string, text: string): string[] {
	const parts = relative('src', path).split('/');
	const folder = parts.length > 1 ? parts[0]! : '';
	const rule = rules[folder];
	if (!rule) return [`${path}: the folder ${folder} has no rule`];
	return scriptsOf(path, text)
		.flatMap(importsOf)
		.filter(({ specifier, isType }) => {
			const target = targetOf(path, specifier);
			// The one file of the guide model that knows Astro.
			if (path === 'src/content/loader.ts' && target === 'astro') return false;
			if (
				rule.forbidden?.test(target) ||
				(folder === 'components' && specifier === 'astro:content')
			)
				return true;
			return !isType && !rule.allowed.includes(target);
		})
		.map(({ specifier }) => `${path}: ${specifier}`);
}

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.map((path) => join('src', path))
	.filter((path) => /\.(?:ts|astro)$/.test(path))
	.sort();

describe.each(Object.keys(rules))('src/%s', (folder) => {
	test('imports only what its place in the tree allows', () => {
		const own = sources.filter((path) => {
			const parts = relative('src', path).split('/');
			return (parts.length > 1 ? parts[0] : '') === folder;
		});

		expect(own.flatMap((path) => violationsOf(path, readFileSync(path, 'utf8')))).toEqual([]);
	});
});

test('every folder of src has a rule', () => {
	const folders = sources
		.map((path) => relative('src', path).split('/'))
		.filter((parts) => parts.length > 1);

	expect(
		[...new Set(folders.map(([folder]) => folder!))].filter(
			(folder) => !rules[folder] && folder !== 'styles',
		),
	).toEqual([]);
});

test.each([
	['src/schema/a.ts', "import { a } from '#lib/a.ts';"],
	['src/schema/a.ts', "import type { a } from '#lib/a.ts';"],
	['src/lib/a.ts', "import { readFileSync } from 'node:fs';"],
	['src/lib/a.ts', "export * from '../guide/a.ts';"],
	['src/lib/a.ts', "const a = await import('astro:content');"],
	['src/finder/a.ts', "import { a } from '#schema/guide.ts';"],
	['src/content/a.ts', "import { a } from 'astro/loaders';"],
	['src/content/a.ts', "import type { a } from 'astro/loaders';"],
	['src/check/a.ts', "import { a } from 'left-pad';"],
	['src/components/site/A.astro', "---\nimport { a } from '#layouts/A.astro';\n---\n<p>x</p>"],
	['src/components/site/A.astro', "<p>x</p>\n<script>import { a } from '#content/a.ts';</script>"],
	['src/components/site/a.ts', "import { getCollection } from 'astro:content';"],
	['src/layouts/A.astro', "---\nimport type { a } from '../pages/a.ts';\n---\n"],
	['src/pages/a.ts', "export { a } from '#check/a.ts';"],
	['src/new/a.ts', ''],
])('finds what is not allowed in %s: %s', (path, text) => {
	expect(violationsOf(path, text)).toHaveLength(1);
});

test.each([
	['src/schema/a.ts', "import { z } from 'zod';\nimport { a } from './b.ts';"],
	['src/finder/a.ts', "import type { Guide } from '#schema/guide.ts';"],
	['src/content/loader.ts', "import type { Loader } from 'astro/loaders';"],
	['src/components/site/A.astro', "---\nimport type { A } from '#schema/guide.ts';\n---\n"],
	['src/lib/a.ts', "// import 'astro'\nconst a = \"import 'astro'\";"],
])('finds nothing in %s: %s', (path, text) => {
	expect(violationsOf(path, text)).toEqual([]);
});
