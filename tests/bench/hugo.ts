import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeProject } from '../project.ts';
import type { GuideFile } from './guide-file.ts';
import { runMeasured, type Cost } from './measured-command.ts';
import { pagefindCommand } from './pagefind.ts';
import { setAside, writeBelow } from './project.ts';

/** Nothing but one page for each guide: no lists, no feed, no site map. */
const config = `baseURL = "https://example.com/"
title = "Guides"
disableKinds = ["404", "home", "RSS", "section", "sitemap", "taxonomy", "term"]
`;

const layout = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><h1>{{ .Title }}</h1><p>{{ .Params.answer }}</p>{{ .Content }}</body>
</html>
`;

export function hasHugo(): boolean {
	return spawnSync('hugo', ['version']).status === 0;
}

/** Components as plain Markdown: a part with a title becomes a heading, the other tags go. */
export function toMarkdown(mdx: string): string {
	return mdx
		.split(/(^ *````?[^\n]*\n[^]*?^ *````? *$)/m)
		.map((part, index) => {
			if (index % 2 === 1) return part;
			return part
				.replace(/^<(?:Cause|Fix|Question)\b[^\n]*?\s(?:title|ask)="([^"]*)"[^\n]*>$/gm, '## $1')
				.replace(/<\/?(?:Cause|Check|Fix|Verify|Undo|Question|On|Note)\b(?:[^>"]|"[^"]*")*>/g, '');
		})
		.join('');
}

/** The same guides as bare pages of Hugo: the site to be measured against. It is removed when the bench ends. */
export function createHugoSite(guides: readonly GuideFile[]): string {
	const root = mkdtempSync(join(tmpdir(), 'error-fixer-hub-hugo-'));
	process.once('exit', () => removeProject(root));
	writeBelow(root, 'config.toml', config);
	writeBelow(root, 'layouts/_default/single.html', layout);
	for (const { id, frontmatter, body } of guides) {
		const { code, name, answer } = frontmatter;
		const head = JSON.stringify({ title: `${code}: ${name}`, answer });
		writeBelow(root, `content/errors/${id}.md`, `${head}\n\n${toMarkdown(body)}`);
	}
	return root;
}

export interface HugoCost {
	readonly hugo: Cost;
	readonly pagefind: Cost;
}

/** Builds it with nothing left of an earlier build. */
export async function buildHugoSite(root: string): Promise<HugoCost> {
	setAside(root, ['public', 'resources', 'cache']);
	const output = join(root, 'public');
	const options = ['--quiet', '--source', root, '--destination', output];
	const cache = ['--cacheDir', join(root, 'cache')];
	const hugo = await runMeasured('Hugo', ['hugo', ...options, ...cache], root);
	const index = pagefindCommand(output, '--force-language', 'en');
	return { hugo, pagefind: await runMeasured('Pagefind after Hugo', index, root) };
}
