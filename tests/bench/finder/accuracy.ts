import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createSiteServer, listen } from '#cli/site-server.ts';
import { find } from '#finder/find.ts';
import { finderPath } from '#finder/index-shape.ts';
import { sitePath } from '#lib/url.ts';
import { pagefindCommand } from '../pagefind.ts';
import type { Project } from '../project.ts';
import type { Figure } from '../report.ts';
import { IndexFiles } from './index-files.ts';

interface Labelled {
	readonly input: string;
	/** The guide, or any of several; null where there is none. */
	readonly expect: string | readonly string[] | null;
}

interface Answer {
	/** The guide that comes first. */
	readonly first: string;
	/** For the finder: “this is it”. For a search without states: any result. */
	readonly isClaim: boolean;
}

/** More would take Pagefind minutes. */
const maxInputs = 300;

/** As many as wanted, from all files and kinds. */
function readLabelled(files: readonly string[]): readonly Labelled[] {
	const all = files.flatMap(
		(file) =>
			readFileSync(file, 'utf8')
				.split('\n')
				.filter((line) => line !== '')
				.map((line) => JSON.parse(line) as Labelled), // Of tests/corpus, a unit test holds its shape.
	);
	const every = Math.ceil(all.length / maxInputs);
	return all.filter((_, index) => index % every === 0);
}

/** How often the right guide comes first, and how often something is claimed where there is nothing to find. */
async function judge(
	who: string,
	labelled: readonly Labelled[],
	answer: (input: string) => Promise<Answer>,
): Promise<readonly Figure[]> {
	const count = { inputs: 0, right: 0, negatives: 0, claims: 0 };
	for (const { input, expect } of labelled) {
		const { first, isClaim } = await answer(input);
		count[expect === null ? 'negatives' : 'inputs'] += 1;
		if (expect === null) count.claims += Number(isClaim);
		else count.right += Number([expect].flat().includes(first));
	}
	const percent = (part: number, all: number) => (100 * part) / all;
	return [
		{ what: `${who}: right guide first`, value: percent(count.right, count.inputs), unit: '%' },
		{
			what: `${who}: claims where there is no guide`,
			value: percent(count.claims, count.negatives),
			unit: '%',
		},
	];
}

interface Pagefind {
	search(term: string): Promise<{
		readonly results: readonly { data(): Promise<{ readonly url: string }> }[];
	}>;
	destroy(): Promise<void>;
}

interface PagefindModule {
	readonly createInstance: (options: {
		readonly basePath: string;
		readonly baseUrl: string;
		readonly noWorker: boolean;
	}) => Pagefind;
}

/** Pagefind as its own documentation uses it, with an index of the pages of all guides. */
async function openPagefind(dist: string): Promise<(input: string) => Promise<Answer>> {
	const folder = 'pagefind-of-pages';
	const glob = ['--glob', 'errors/*/*/index.html'];
	const [program = '', ...args] = pagefindCommand(dist, '--output-subdir', folder, ...glob);
	spawnSync(program, args, { stdio: 'inherit' });
	const server = createSiteServer(dist);
	server.keepAliveTimeout = 0;
	const port = await listen(server, 0);
	// Not closed: Pagefind goes on loading when its user no longer needs it, and fails loudly when it cannot.
	server.unref();
	const basePath = `http://127.0.0.1:${port}${sitePath(`/${folder}/`)}`;
	const file = pathToFileURL(join(dist, folder, 'pagefind.js')).href;
	// Pagefind's own file, whose types are not published with it.
	const module = (await import(file)) as PagefindModule;
	return async (input) => {
		// Each input by itself: what Pagefind has loaded for others changes its answers, for the worse.
		const pagefind = module.createInstance({ basePath, baseUrl: '/', noWorker: true });
		const { results } = await pagefind.search(input);
		const url = (await results[0]?.data())?.url ?? '';
		await pagefind.destroy();
		return { first: /^\/errors\/(.+)\/$/.exec(url)?.[1] ?? '', isClaim: results.length > 0 };
	};
}

/** The finder and Pagefind on the same labelled inputs and guides. Most inputs of `tests/corpus` shaped the finder. */
export async function measureAccuracy(
	{ dist }: Project,
	file: string | undefined,
): Promise<readonly Figure[]> {
	const corpus = join(import.meta.dirname, '../../corpus');
	const files = globSync('*.jsonl', { cwd: corpus }).map((name) => join(corpus, name));
	const labelled = readLabelled(file === undefined ? files : [file]);
	const inputs = file === undefined ? 'inputs it was tuned on' : 'other inputs';
	const { index } = new IndexFiles(join(dist, finderPath)).open();
	const finder = await judge(`finder, ${inputs}`, labelled, async (input) => {
		const { state, matches } = await find(index, input);
		return { first: matches[0]?.guide.id ?? '', isClaim: state === 'certain' };
	});
	return [...finder, ...(await judge('Pagefind, the same', labelled, await openPagefind(dist)))];
}
