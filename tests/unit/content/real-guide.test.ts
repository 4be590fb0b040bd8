import { beforeAll, describe, expect, test } from 'vitest';
import { readContentFiles } from '#content/content-files.ts';
import { compileContent } from '#content/content.ts';
import type { ContentFile } from '#content/content-file.ts';
import type { Diagnostic, RuleCode } from '#content/diagnostic.ts';
import type { Guide } from '#schema/guide.ts';

/*
 * Breaks one rule at a time in a copy of a real guide, among all real content. The edits look for what every guide has,
 * so that they survive a change of the guide.
 */

const file = 'content/guides/nodejs/eaddrinuse.mdx';
const files = readContentFiles('.');
// Without its other names, as one edit adds some.
const original = textOf(file).replace(/^aliases: .*\n/m, '');

function textOf(path: string): string {
	return Buffer.from(files.find((entry) => entry.path === path)!.bytes).toString();
}

/** The text with its first match replaced, and the line at which the replacement starts. */
function replace(pattern: RegExp, by: string | ((found: string) => string), text = original) {
	const match = pattern.exec(text);
	if (!match) throw new Error(`Not in the guide: ${pattern}`);
	const replacement = typeof by === 'string' ? by : by(match[0]);
	const before = text.slice(0, match.index);
	return {
		text: before + replacement + text.slice(match.index + match[0].length),
		line: before.split('\n').length,
	};
}

interface Broken {
	readonly text: string;
	readonly line: number;
	/** Where another file than the guide above is broken. */
	readonly path?: string;
}

/** The same edit, reported some lines below the place of the edit, or at the top of the file. */
const below = (broken: Broken, lines: number): Broken => ({ ...broken, line: broken.line + lines });
const atTop = (broken: Broken): Broken => ({ ...broken, line: 1 });

const fix = (attributes: string, rest = '') =>
	`<Fix id="added" title="An added fix" ${attributes} by="user" minutes={1}>\n\n1. Wait.\n\n<Verify>\n\nIt works.\n\n</Verify>\n${rest}\n</Fix>\n\n`;

/** At the end of the ordinary fixes, where its risk belongs. */
const addedFix = fix('risk="reversible"', '\n<Undo>\n\nWait again.\n\n</Undo>\n');

const stepFence = (language: string, line: string) =>
	replace(
		/^1\. /m,
		(found) => `${found}First:\n\n   \`\`\`${language}\n   ${line}\n   \`\`\`\n\n   `,
	);

const edits: Record<
	Exclude<
		RuleCode,
		| `product/${string}`
		| `category/${string}`
		| `lab/${string}`
		| `proof/${string}`
		| 'file/encoding'
		| 'file/size'
	>,
	() => Broken
> = {
	'file/empty': () => ({ text: '\n', line: 1 }),
	'file/stray': () => ({ text: original, line: 1, path: 'content/guides/eaddrinuse.mdx' }),
	'guide/frontmatter-missing': () => atTop(replace(/^---\n/, '')),
	'guide/frontmatter-syntax': () => replace(/^name: .*/m, (found) => `${found}: again`),
	'guide/frontmatter': () => replace(/^answer:/m, 'anwser:'),
	'guide/slug': () => ({
		text: original.replace(/^code: .*/m, 'code: E_ADDED'),
		line: 1,
		path: 'content/guides/nodejs/E_Added.mdx',
	}),
	'guide/product-folder': () => replace(/^product: .*/m, 'product: npm'),
	'guide/unknown-product': () => ({
		...replace(/^product: .*/m, 'product: nodesj'),
		path: 'content/guides/nodesj/eaddrinuse.mdx',
	}),
	'guide/duplicate-code': () => replace(/^code: .*/m, 'code: EACCES'),
	'guide/derived-alias': () =>
		replace(/^product: .*/m, (found) => `aliases: [eaddrinuse]\n${found}`),
	'guide/message-placeholder': () =>
		below(
			replace(/^messages:\n/m, (found) => `${found}  - "<code>: <text>"\n`),
			1,
		),
	'guide/missing-cause': () => atTop(replace(/^<Cause[\s\S]*<\/Cause>\n/m, '')),
	'guide/missing-fix': () => atTop(replace(/^<Fix[\s\S]*<\/Fix>\n/m, '')),
	'guide/section-order': () => below(replace(/$(?![\s\S])/, '\nThe end.\n'), 1),
	'mdx/syntax': () => replace(/^<Cause .*/m, (found) => `A <port> is missing.\n\n${found}`),
	'mdx/unknown-component': () => replace(/^<Cause/m, (found) => `<Hint>x</Hint>\n\n${found}`),
	'mdx/attributes': () => replace(/^<Fix (?=id)/m, '<Fix colour="red" '),
	'mdx/misplaced-component': () =>
		replace(/^<Check>$/m, (found) => `<Undo>\n\nx\n\n</Undo>\n\n${found}`),
	'mdx/unsupported-syntax': () => replace(/^<Cause/m, (found) => `## Causes\n\n${found}`),
	'cause/missing-check': () =>
		replace(/^<Cause .*\n[^<]*<Check>[\s\S]*?<\/Check>/m, (found) => found.split('<Check>')[0]!),
	'cause/unknown-fix': () => replace(/^(<Cause .*) fixes="/m, (found) => `${found}no-such-fix `),
	'fix/unused': () => replace(/^<Question/m, (found) => addedFix + found),
	'fix/duplicate-id': () =>
		replace(
			/^<Question/m,
			(found) => addedFix.replace('id="added"', 'id="use-another-port"') + found,
		),
	'fix/steps': () =>
		below(
			replace(/^<Verify>/m, (found) => `Then:\n\n1. Wait.\n\n${found}`),
			2,
		),
	'fix/verify': () =>
		replace(/^<Fix .*\n(?:(?!<Verify>)[^\n]*\n)*<Verify>[\s\S]*?<\/Verify>/m, (found) =>
			found.replace(/<Verify>[\s\S]*/, ''),
		),
	'fix/undo': () =>
		replace(
			/^<Fix (?:(?!\n<Fix)[\s\S])*?risk="reversible"(?:(?!<Undo>)[\s\S])*<Undo>[\s\S]*?<\/Undo>/m,
			(found) => found.replace(/<Undo>[\s\S]*/, ''),
		),
	'fix/loses': () => replace(/^<Fix (?=id)/m, '<Fix loses="Nothing of value at all." '),
	'fix/order': () =>
		replace(/^(<Fix .*) risk="none"/m, (found) =>
			found.replace('risk="none"', 'risk="destructive" loses="All that is on the disk."'),
		),
	'on/unknown-variant': () => replace(/^<On is="linux">/m, '<On is="linus">'),
	'component/empty': () => replace(/^<Cause/m, (found) => `<Note>\n\n</Note>\n\n${found}`),
	'code/language': () => replace(/^```sh/m, '```shel'),
	'code/prompt': () => below(stepFence('sh', '$ node server.js'), 3),
	'code/destructive-command': () => below(stepFence('sh', 'rm -rf <folder>'), 3),
	'link/format': () => replace(/^<Cause/m, (found) => `[x](http://nodejs.org/)\n\n${found}`),
	'link/missing-page': () =>
		replace(/^<Cause/m, (found) => `[x](/errors/nodejs/no-such-code/)\n\n${found}`),
	'related/unknown-guide': () => replace(/^ {2}- \{ guide: nodejs\//m, (found) => `${found}no-`),
	'related/self': () =>
		below(
			replace(/^related:\n/m, (found) => `${found}  - { guide: nodejs/eaddrinuse, as: sibling }\n`),
			1,
		),
	'related/contradiction': () => {
		const path = 'content/guides/aws/expired-token.mdx';
		const claim = 'related:\n  - { guide: cloud-identity/invalid-credentials, as: cause }\n';
		const plain = textOf(path).replace(/^ {2}- \{ guide: cloud-identity\/.*\n/m, '');
		const broken = /^related:/m.test(plain)
			? replace(/^related:\n/m, claim, plain)
			: replace(/^sources:\n/m, (found) => claim + found, plain);
		return { ...below(broken, 1), path };
	},
};

const cache = new Map<string, Guide>();

function compile(entries: readonly ContentFile[]) {
	return compileContent(entries, '1', (digest) => cache.get(digest));
}

beforeAll(() => {
	for (const { guide, digest } of compile(files).guides) cache.set(digest, guide);
});

test('the real content has no finding', () => {
	expect(compile(files).diagnostics).toEqual([]);
});

// The keys of the table are codes.
describe.each(Object.keys(edits) as (keyof typeof edits)[])('breaking %s', (code) => {
	test('gives that one finding, at the line of the edit', () => {
		const { text, line, path = file } = edits[code]();
		const others = files.filter((entry) => entry.path !== path);

		const { diagnostics } = compile([...others, { path, bytes: Buffer.from(text) }]);

		expect(diagnostics.map(placeOf)).toEqual([`${path}:${line} ${code}`]);
	});
});

function placeOf({ file: path, line, code }: Diagnostic): string {
	return `${path}:${line} ${code}`;
}
