import { parse } from 'yaml';
import { z } from 'zod';
import { frontmatterSchema } from '#schema/guide.ts';

const shown = frontmatterSchema.pick({ code: true, name: true, answer: true }).extend({
	aliases: z.array(z.string()).default([]),
});

export interface PlainGuide {
	readonly title: string;
	readonly answer: string;
	readonly body: string;
}

/** Components as plain Markdown: a part with a title becomes a heading, the other tags go. */
function toMarkdown(mdx: string): string {
	return mdx
		.split(/(^ *(?:````?)[^\n]*\n[\s\S]*?^ *(?:````?) *$)/m)
		.map((part, index) => {
			if (index % 2 === 1) return part;
			return part
				.replace(/^<(?:Cause|Fix|Question)\b[^\n]*?\s(?:title|ask)="([^"]*)"[^\n]*>$/gm, '## $1')
				.replace(/<\/?(?:Cause|Check|Fix|Verify|Undo|Question|On|Note)\b(?:[^>"]|"[^"]*")*>/g, '');
		})
		.join('');
}

export function parseFrontmatter(text: string): PlainGuide {
	const end = text.indexOf('\n---\n', 3);
	const { code, name, answer } = shown.loose().parse(parse(text.slice(4, end + 1)));
	return { title: `${code}: ${name}`, answer, body: toMarkdown(text.slice(end + 5)) };
}
