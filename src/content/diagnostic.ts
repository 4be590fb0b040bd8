/**
 * Every rule an author can break. The key is permanent: a retired rule is marked, never renamed or reused.
 * The sentence says what is required; the authoring reference prints it.
 */
export const ruleCodes = {
	'file/encoding': 'A file is UTF-8 text.',
	'file/empty': 'A file is not empty.',
	'file/size': 'A guide is at most 256 kB.',
	'file/stray': 'Only guides, products and categories are in content/, each in its place.',
	'guide/frontmatter-missing': 'A guide opens with frontmatter between two lines of three hyphens.',
	'guide/frontmatter-syntax': 'Frontmatter is valid YAML, and no key is repeated.',
	'guide/frontmatter': 'Frontmatter has the fields of the schema, and no others.',
	'guide/slug': 'The file name is lower-case letters, digits and single hyphens.',
	'guide/product-folder': 'A guide lies in the folder of its product.',
	'guide/unknown-product': 'The product of a guide has a file in content/products.',
	'guide/duplicate-code': 'Within one product, a code or alias belongs to one guide.',
	'guide/derived-alias': 'Aliases repeat neither the code nor a notation that is derived from it.',
	'guide/message-placeholder':
		'A message keeps a distinctive literal part besides its placeholders.',
	'guide/missing-cause': 'A guide has at least one cause.',
	'guide/missing-fix': 'A guide has at least one fix.',
	'guide/section-order': 'Prose comes first, then causes, fixes, advanced fixes, questions.',
	'mdx/syntax': 'The text is valid MDX.',
	'mdx/unknown-component': 'Only the components of the vocabulary are used.',
	'mdx/attributes': 'A component has the attributes of its schema, and no others.',
	'mdx/misplaced-component': 'A component is only used where the vocabulary allows it.',
	'mdx/unsupported-syntax': 'Headings, images, quotes, HTML, imports and expressions are not used.',
	'cause/missing-check': 'A cause has a check that tells it from the other causes.',
	'cause/unknown-fix': 'A cause refers to fixes of the same guide.',
	'fix/unused': 'Every fix belongs to a cause.',
	'fix/duplicate-id': 'A fix has an id of its own.',
	'fix/steps': 'A fix holds exactly one ordered list of steps.',
	'fix/verify': 'A fix says once how to see that it worked.',
	'fix/undo': 'A reversible fix says how to undo it.',
	'fix/loses': 'A destructive fix says what is lost, and only that has something to lose.',
	'fix/order':
		'The ordinary fixes are in the order of their risk, and so are the advanced ones: none, reversible, destructive.',
	'on/unknown-variant': 'A variant is one that the site knows.',
	'component/empty': 'A component has content.',
	'code/language': 'A code block has a language that the site knows.',
	'code/prompt': 'Commands are written without the prompt.',
	'code/destructive-command': 'A command that deletes data is only used in a destructive fix.',
	'link/format': 'A link is an https address or a path of this site.',
	'link/missing-page': 'A link to a guide leads to one that exists.',
	'related/unknown-guide': 'A related guide exists.',
	'related/self': 'A guide is related to other guides, each once.',
	'related/contradiction': 'Two guides do not both claim to be the cause of the other.',
	'product/schema': 'A product has the fields of its schema, and no others.',
	'product/unknown-category': 'The category of a product is in content/categories.yaml.',
	'category/schema': 'Categories have the fields of their schema, and each slug once.',
	'lab/syntax': 'A lab is valid Bash.',
	'lab/structure': 'A lab has only functions and comments, and each function once.',
	'lab/unknown-function': 'A lab has only the functions that the runner calls.',
	'lab/needs': 'A lab says first which programs it needs.',
	'lab/unknown-need': 'The runner knows each program that a lab needs.',
	'lab/missing-guide': 'A lab belongs to a guide.',
	'lab/missing-provoke': 'A lab provokes the error.',
	'lab/missing-fix': 'A lab proves at least one fix.',
	'lab/unknown-fix': 'A lab names fixes that its guide has.',
	'lab/unknown-cause': 'A lab checks causes that its guide has.',
	'lab/unused-function': 'Each function of a lab is run.',
	'proof/schema': 'A proof is as the lab runner wrote it.',
	'proof/missing-lab': 'A proof belongs to a lab.',
	'proof/stale': 'A proof is newer than its lab, and than the messages and steps that it proves.',
} as const satisfies Record<`${string}/${string}`, string>;

export type RuleCode = keyof typeof ruleCodes;

/** One finding: where, which rule, what is wrong, and what to do about it. */
export interface Diagnostic {
	readonly code: RuleCode;
	/** Relative to the repository, with forward slashes. */
	readonly file: string;
	/** 1-based. */
	readonly line: number;
	/** 1-based, in UTF-16 units, as editors count. */
	readonly column: number;
	readonly message: string;
	readonly fix: string;
}

export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
	if (a.file !== b.file) return a.file < b.file ? -1 : 1;
	return a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : Number(a.code > b.code));
}

/** The form in which terminals, editors and people read a finding. */
export function formatDiagnostic({ file, line, column, code, message, fix }: Diagnostic): string {
	return `${file}:${line}:${column}  ${code}\n  ${message}\n  ${fix}\n`;
}

export function countFindings(diagnostics: readonly Diagnostic[]): string {
	const files = new Set(diagnostics.map(({ file }) => file)).size;
	const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
	return `${plural(diagnostics.length, 'finding')} in ${plural(files, 'file')}.`;
}

/** Findings as a terminal shows them, with their count at the end. */
export function formatFindings(diagnostics: readonly Diagnostic[]): string {
	return `${diagnostics.map(formatDiagnostic).join('\n')}\n${countFindings(diagnostics)}`;
}

/** Thrown where findings must stop a build; carries them, so that no caller has to parse its text. */
export class FindingsError extends Error {
	readonly diagnostics: readonly Diagnostic[];

	constructor(diagnostics: readonly Diagnostic[]) {
		super(`${formatFindings(diagnostics)} Nothing was built.`);
		this.name = 'FindingsError';
		// Astro prints it, and the place that matters to an author is in the message.
		this.stack = '';
		this.diagnostics = diagnostics;
	}
}
