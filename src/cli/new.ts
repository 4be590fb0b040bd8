import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { guideId } from '#schema/guide.ts';
import { slug as slugSchema } from '#schema/slug.ts';
import { PlainError, runCommand, UsageError } from './arguments.ts';

const usage = `usage: npm run new -- <product>/<slug>

Writes content/guides/<product>/<slug>.mdx, and content/products/<product>.yaml where there is none.
Example: npm run new -- nodejs/err-socket-closed`;

function today(): string {
	return new Date().toISOString().slice(0, 10);
}

/** A draft that has every part of a guide. What it cannot know stands between angle brackets in capitals. */
function guideDraft(product: string, slug: string): string {
	const code = slug.toUpperCase().replaceAll('-', '_');
	return `---
code: ${code}
name: What the code means in a few words
product: ${product}
messages:
  - "What the product prints, word for word, with a <placeholder> where it varies"
answer: >-
  What it means, in one sentence. The fastest fix that is likely to help, in another one, with the
  command in \`back-ticks\`.
sources:
  - { title: "Title of the official document", url: "https://example.com/", checked: ${today()} }
updated: ${today()}
---

<Cause title="The likeliest cause, as a statement" fixes="first-fix">

Why this happens.

<Check>

\`command\` prints \`output\`.

</Check>

</Cause>

<Fix id="first-fix" title="Do the safest thing" risk="none" by="user" minutes={1}>

1. One step:

   \`\`\`sh
   command <argument>
   \`\`\`

<Verify>

\`command\` prints \`output\`.

</Verify>

</Fix>
`;
}

function productDraft(product: string): string {
	return `name: ${product}
category: a-slug-of-content-categories-yaml
summary: What prints these errors, and how to recognise that it is this product and not another one.
homepage: https://example.com/
`;
}

function write(path: string, text: string): void {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text, { flag: 'wx' });
}

function parseId(args: readonly string[]): readonly [product: string, slug: string] {
	if (args.length === 0) throw new UsageError('Name the guide.');
	const id = guideId.safeParse(args.join(' '));
	if (!id.success) throw new UsageError(`"${args.join(' ')}" is not <product>/<slug>.`);
	const [product = '', slug = ''] = id.data.split('/');
	const wrong = [product, slug].find((part) => !slugSchema.safeParse(part).success);
	if (wrong === undefined) return [product, slug];
	throw new UsageError(`"${wrong}" must be lower-case letters, digits and single hyphens.`);
}

process.exitCode = await runCommand({
	usage,
	options: {},
	takesArguments: true,
	run: (_, args) => {
		const [product, slug] = parseId(args);
		const guide = join('content', 'guides', product, `${slug}.mdx`);
		const productFile = join('content', 'products', `${product}.yaml`);
		if (existsSync(guide)) throw new PlainError(`${guide} exists already. Nothing was written.`);
		if (!existsSync(productFile)) {
			write(productFile, productDraft(product));
			console.log(`Wrote ${productFile}: give it its name, category, summary and homepage.`);
		}
		write(guide, guideDraft(product, slug));
		console.log(
			`Wrote ${guide}. \`npm run dev\` shows it, /write/ has the reference, \`npm run check\` the findings.`,
		);
		return 0;
	},
});
