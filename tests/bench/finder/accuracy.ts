import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { find } from '#finder/find.ts';
import type { IndexFiles } from './reads.ts';

interface Labelled {
	readonly input: string;
	/** The guide, or any of several; null where there is none. */
	readonly expect: string | readonly string[] | null;
}

/** How often a search has the right guide first, and how often it claims something where there is nothing to find. */
export interface Accuracy {
	readonly inputs: number;
	readonly right: number;
	readonly negatives: number;
	/** For the finder: “this is it”. For a search without states: any result. */
	readonly claimed: number;
	readonly msPerInput: number;
}

export function readLabelled(source: string): readonly Labelled[] {
	return ['corpus', 'heldout'].flatMap(
		(name) =>
			readFileSync(join(source, 'tests/corpus', `${name}.jsonl`), 'utf8')
				.split('\n')
				.filter((line) => line !== '')
				.map((line) => JSON.parse(line) as Labelled), // A unit test holds its shape.
	);
}

interface Answer {
	readonly first: string;
	readonly isClaim: boolean;
}

async function judge(
	labelled: readonly Labelled[],
	answer: (input: string) => Promise<Answer>,
): Promise<Accuracy> {
	let right = 0;
	let claimed = 0;
	const started = performance.now();
	for (const { input, expect } of labelled) {
		const { first, isClaim } = await answer(input);
		if (expect === null) claimed += Number(isClaim);
		else right += Number([expect].flat().includes(first));
	}
	const negatives = labelled.filter(({ expect }) => expect === null).length;
	return {
		inputs: labelled.length - negatives,
		right,
		negatives,
		claimed,
		msPerInput: (performance.now() - started) / labelled.length,
	};
}

export async function judgeFinder(
	files: IndexFiles,
	labelled: readonly Labelled[],
): Promise<Accuracy> {
	const { index } = files.open();
	return judge(labelled, async (input) => {
		const { state, matches } = await find(index, input);
		return { first: matches[0]?.guide.id ?? '', isClaim: state === 'certain' };
	});
}

interface Pagefind {
	search(term: string): Promise<{
		readonly results: readonly { data(): Promise<{ readonly url: string }> }[];
	}>;
	destroy(): Promise<void>;
}

interface PagefindModule {
	createInstance(options: {
		readonly basePath: string;
		readonly baseUrl: string;
		readonly noWorker: boolean;
	}): Pagefind;
}

/**
 * Each input by itself: what Pagefind has loaded for others changes its answers, for the worse. `folder` of the site has
 * the index.
 */
export async function judgePagefind(
	dist: string,
	folder: string,
	origin: string,
	labelled: readonly Labelled[],
): Promise<Accuracy> {
	const file = pathToFileURL(join(dist, folder, 'pagefind.js')).href;
	// Pagefind's own file, whose types are not published with it.
	const { createInstance } = (await import(file)) as PagefindModule;
	return judge(labelled, async (input) => {
		const pagefind = createInstance({
			basePath: `${origin}/${folder}/`,
			baseUrl: '/',
			noWorker: true,
		});
		const { results } = await pagefind.search(input);
		const url = (await results[0]?.data())?.url ?? '';
		await pagefind.destroy();
		return { first: /^\/errors\/(.+)\/$/.exec(url)?.[1] ?? '', isClaim: results.length > 0 };
	});
}
