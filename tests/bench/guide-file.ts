import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { PlainError } from '#cli/arguments.ts';
import { readSource } from '#content/source.ts';
import { frontmatterSchema, type Frontmatter } from '#schema/guide.ts';

/** A guide as its file holds it, in two parts. */
export interface GuideFile {
	/** `<product>/<slug>` */
	readonly id: string;
	readonly frontmatter: Frontmatter;
	/** MDX, from its first character that is no white space. */
	readonly body: string;
}

/** Every guide of a project. Throws when one has findings. */
export function readGuides(root: string): readonly GuideFile[] {
	const folder = join(root, 'content/guides');
	return globSync('*/*.mdx', { cwd: folder })
		.sort()
		.map((file) => {
			const text = readFileSync(join(folder, file), 'utf8');
			const { yaml, nodes } = readSource(file, text);
			const frontmatter = frontmatterSchema.safeParse(yaml?.value);
			const start = nodes?.[0]?.position?.start.offset;
			if (!frontmatter.success || start === undefined)
				throw new PlainError(`${file} has findings: \`npm run check\` shows them.`);
			const id = file.replaceAll('\\', '/').replace(/\.mdx$/, '');
			return { id, frontmatter: frontmatter.data, body: text.slice(start) };
		});
}

export function formatGuide({ frontmatter, body }: GuideFile): string {
	return `---\n${stringify(frontmatter, { customTags: ['timestamp'] })}---\n\n${body}`;
}
