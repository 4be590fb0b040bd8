import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseFrontmatter } from './markdown.ts';
import { runMeasured, type Cost } from './child.ts';
import { setAside } from './files.ts';
import type { Generated } from './generator.ts';
import { findPagefind } from './pagefind.ts';

/** The same guides as bare pages of Hugo: the site to be measured against. */
export interface HugoSite {
	readonly root: string;
	readonly version: string;
	readonly pagefind: string;
}

export interface HugoCost {
	readonly hugo: Cost;
	readonly pagefind: Cost;
}

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

/** The version of the `hugo` on the PATH, if there is one. */
export function findHugo(): string | undefined {
	const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
	return status === 0 ? /v[\d.]+/.exec(stdout)?.[0] : undefined;
}

export async function createHugoSite(
	source: string,
	folder: string,
	{ ids, texts }: Generated,
	version: string,
): Promise<HugoSite> {
	const root = join(folder, 'hugo');
	const write = (path: string, text: string) => {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	};
	write('config.toml', config);
	write('layouts/_default/single.html', layout);
	ids.forEach((id, index) => {
		const { title, answer, body } = parseFrontmatter(texts[index] ?? '');
		const head = `title: ${JSON.stringify(title)}\nanswer: ${JSON.stringify(answer)}`;
		write(`content/errors/${id}.md`, `---\n${head}\n---\n${body}`);
	});
	return { root, version, pagefind: await findPagefind(source) };
}

export async function buildHugoSite({ root, pagefind }: HugoSite): Promise<HugoCost> {
	setAside(root, ['public', 'resources', 'cache']);
	const output = join(root, 'public');
	const hugo = await runMeasured(
		'hugo',
		['--quiet', '--source', root, '--destination', output, '--cacheDir', join(root, 'cache')],
		root,
	);
	const indexed = await runMeasured(
		pagefind,
		['--site', output, '--force-language', 'en', '--quiet'],
		root,
	);
	return { hugo, pagefind: indexed };
}
