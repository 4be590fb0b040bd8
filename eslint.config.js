import comments from '@eslint-community/eslint-plugin-eslint-comments/configs';
import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import boundaries from 'eslint-plugin-boundaries';
import checkFile from 'eslint-plugin-check-file';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Who may import whom, as house style §2 has it: for each room of src/ the other rooms and the packages that it may
 * use, and those of which it may use the types alone. `node` is the modules of Node.js; the last two rooms are files.
 */
const rooms = {
	schema: { packages: ['zod'] },
	lib: { uses: ['schema', 'settings'], packages: ['zod'] },
	finder: { uses: ['lib'], types: ['schema'] },
	content: {
		uses: ['schema', 'lib'],
		packages: ['node', 'zod', 'satteri', 'yaml', 'js-yaml', 'highlight.js', 'lowlight'],
	},
	integrations: {
		uses: ['schema', 'lib', 'content', 'finder'],
		packages: ['node', 'zod', 'pagefind'],
		types: ['astro'],
	},
	lab: { uses: ['schema', 'lib', 'content', 'finder'], packages: ['node', 'zod'] },
	cli: {
		uses: ['schema', 'lib', 'content', 'finder', 'integrations', 'lab'],
		packages: ['node', 'zod', 'sirv', 'compression'],
	},
	components: { uses: ['lib', 'finder', 'settings'], types: ['schema', 'astro'] },
	layouts: { uses: ['components', 'styles', 'lib', 'settings'], types: ['schema'] },
	pages: {
		uses: ['schema', 'lib', 'content', 'finder', 'components', 'layouts', 'styles', 'settings'],
		packages: ['node', 'zod', 'astro', 'astro:*'],
	},
	styles: {},
	settings: { uses: ['schema'] },
	config: { uses: ['schema', 'content'], packages: ['astro', 'astro:*'] },
};

/** Each of these can be taken out of the build without the others. */
const integrations =
	'src/integrations/{findings,finder-index,finished-site,full-text,headers,short-addresses}.ts';

const files = [
	{ category: 'settings', pattern: 'src/settings.*' },
	{ category: 'config', pattern: 'src/content.config.ts' },
];

/** How the plugin selects a room, a package or Node.js. */
function toSelector(name) {
	if (files.some(({ category }) => category === name)) return { file: { categories: name } };
	if (name in rooms) return { element: { type: name } };
	// It does not know the modules of Node.js that have to be written with their scheme, such as `node:sqlite`.
	if (name === 'node') return { module: { source: 'node:*' } };
	return { module: { origin: 'external', source: name } };
}

const importPolicies = [
	...Object.entries(rooms).map(([room, { uses = [], packages = [], types = [] }]) => ({
		from: toSelector(room),
		allow: [
			{ to: [room, ...uses, ...packages].map(toSelector) },
			...types.map((name) => ({ to: toSelector(name), dependency: { kind: 'type' } })),
		],
	})),
	{
		from: { file: { path: 'src/content/loader.ts' } },
		allow: { to: toSelector('astro'), dependency: { kind: 'type' } },
	},
	{
		// A part of the dev server, not of the build.
		from: { file: { path: 'src/integrations/findings-panel.ts' } },
		allow: { to: toSelector('astro:*') },
	},
	{
		// The scripts of components, whose imports the plugin cannot resolve.
		from: { file: { path: '**/*.astro/*' } },
		allow: { to: { element: { isUnknown: true } }, dependency: { source: '[.]/*' } },
	},
	{
		from: { file: { path: integrations } },
		disallow: { to: { file: { path: integrations } } },
		message: 'An integration must not need another one.',
	},
];

const imports =
	':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression)';
const restrictedSyntax = [
	{ selector: 'ExportDefaultDeclaration', message: 'Export it by its name.' },
	{
		selector: `${imports} > Literal.source[value=/^[.#]/]:not([value=/\\.[a-z]+(\\?\\S+)?$/])`,
		message: 'Name the file with its extension, as Node.js needs it.',
	},
];
const relativeToRoom = {
	selector: `${imports} > Literal.source[value=/^[.]{1,2}\\/(?:\\.\\.\\/)*(?:${Object.keys(rooms).join('|')})\\//]`,
	message: 'Name a file of another room from its `#`.',
};

/** What pure rooms must not touch: the page, the machine and the clock. */
const impureGlobals = [
	'document',
	'window',
	'navigator',
	'location',
	'localStorage',
	'fetch',
	'process',
	'Buffer',
];
const theClock = {
	selector:
		':matches(NewExpression[callee.name=Date][arguments.length=0], MemberExpression[object.name=Date][property.name=now])',
	message: 'Take the time as a parameter.',
};

/** House style §4: `as` says something that the compiler cannot see, so a comment has to. */
const explainedAssertion = {
	meta: {
		type: 'suggestion',
		schema: [],
		messages: { unexplained: 'Say in a comment why this type is right.' },
	},
	create({ sourceCode, report }) {
		const isHarmless = ({ type, typeName }) =>
			type === 'TSUnknownKeyword' || (type === 'TSTypeReference' && typeName.name === 'const');
		const isStatement = ({ type }) => /(?:Statement|Declaration|Definition)$/.test(type);
		const comments = sourceCode.getAllComments();
		return {
			TSAsExpression(node) {
				if (isHarmless(node.typeAnnotation)) return;
				const ancestors = sourceCode.getAncestors(node);
				const { start } = (ancestors.findLast(isStatement) ?? node).loc;
				const isExplained = comments.some(
					({ loc }) => loc.end.line >= start.line - 1 && loc.start.line <= node.loc.end.line,
				);
				if (!isExplained) report({ node, messageId: 'unexplained' });
			},
		};
	},
};

export default defineConfig(
	globalIgnores(['dist/', '.astro/', '.cache/', 'tests/fixtures/']),
	{
		linterOptions: {
			reportUnusedDisableDirectives: 'error',
			reportUnusedInlineConfigs: 'error',
		},
	},
	js.configs.recommended,
	tseslint.configs.strictTypeChecked,
	tseslint.configs.stylisticTypeChecked,
	astro.configs.recommended,
	comments.recommended,
	{
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
		},
		plugins: {
			'check-file': checkFile,
			house: { rules: { 'explained-assertion': explainedAssertion } },
		},
		rules: {
			complexity: ['error', 15],
			eqeqeq: 'error',
			'max-depth': ['error', 3],
			'no-else-return': ['error', { allowElseIf: false }],
			'no-restricted-syntax': ['error', ...restrictedSyntax],
			'@eslint-community/eslint-comments/require-description': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/naming-convention': [
				'error',
				{
					selector: 'typeLike',
					format: ['PascalCase'],
					custom: { regex: '^I[A-Z]|Type$', match: false },
				},
				{
					selector: 'function',
					format: ['camelCase'],
					custom: { regex: '^get[A-Z]', match: false },
				},
			],
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true },
			],
			'check-file/filename-naming-convention': [
				'error',
				{
					'{src,tests}/**/!(_)*.ts': 'KEBAB_CASE',
					'src/{components,layouts}/**/*.astro': 'PASCAL_CASE',
				},
				{ ignoreMiddleExtensions: true },
			],
			'astro/no-omitted-end-tags': 'error',
			'astro/no-unused-css-selector': 'error',
			'house/explained-assertion': 'error',

			// A function that starts an arrow with `() =>` reads better than one with braces around a call.
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			'@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
			],
			// An empty string is often nothing, and then `||` is meant.
			'@typescript-eslint/prefer-nullish-coalescing': [
				'error',
				{ ignorePrimitives: { string: true } },
			],
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],

			// Left out: what terminals print is what this project is about.
			'no-control-regex': 'off',
			// Left out: `dataset['key']` and `dataset.key` are both plain.
			'@typescript-eslint/dot-notation': 'off',
			// Left out: the house allows `!` after a bounds check, which no rule can see.
			'@typescript-eslint/no-non-null-assertion': 'off',
			// Left out, as they take a third of the time: there are no enums, and next to no classes.
			'@typescript-eslint/no-unsafe-enum-assignment': 'off',
			'@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
		},
	},
	{
		files: ['src/**'],
		plugins: { boundaries },
		settings: {
			'boundaries/elements': Object.keys(rooms).map((room) => ({
				type: room,
				pattern: `src/${room}`,
				partialMatch: false,
			})),
			'boundaries/files': files,
			'boundaries/dependency-nodes': ['import', 'export', 'dynamic-import'],
			'import/resolver': { typescript: true },
		},
		rules: {
			'boundaries/no-unknown-files': 'error',
			'boundaries/dependencies': [
				'error',
				{
					default: 'disallow',
					checkAllOrigins: true,
					checkInternals: true,
					checkUnknownLocals: true,
					policies: importPolicies,
				},
			],
			'no-restricted-syntax': ['error', ...restrictedSyntax, relativeToRoom],
			'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
		},
	},
	{
		files: ['src/{schema,lib,finder}/**'],
		rules: {
			'no-restricted-globals': ['error', ...impureGlobals],
			'no-restricted-syntax': ['error', ...restrictedSyntax, relativeToRoom, theClock],
		},
	},
	{
		// `astro check` reads the types of components, which are `any` to the parser of ESLint.
		files: ['**/*.astro', '**/*.astro/*', '**/*.js', '**/*.mjs'],
		extends: [tseslint.configs.disableTypeChecked],
	},
	{
		// These tools want a default export.
		files: ['*.config.*', 'tests/build/setup.ts', 'src/**/*.d.ts'],
		languageOptions: { globals: { URL: 'readonly' } },
		rules: { 'no-restricted-syntax': 'off' },
	},
);
