import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ChildError, endChildren, runMeasured, type Cost } from './child.ts';
import { differences, digestFiles } from './files.ts';
import { buildHugoSite, createHugoSite, findHugo, type HugoCost } from './hugo.ts';
import { readOptions, usage, type Options } from './options.ts';
import { readProfiles } from './profile.ts';
import { createFolder, createProject, editGuide, removeCaches, type Project } from './project.ts';
import { addCosts, medianCost, type Result } from './result.ts';
import { describeGuides } from './statistics.ts';
import { formatResult } from './table.ts';
import { measureOutput, weighGuides } from './weight.ts';

const source = dirname(dirname(fileURLToPath(import.meta.url)));
const hugoHint =
	'Hugo is left out: there is no "hugo" on the PATH. To compare, install it (Debian: apt-get install hugo).';

function say(text: string): void {
	console.error(text);
}

function build({ root }: Project, nodeFlags: readonly string[] = []): Promise<Cost> {
	const script = join(root, 'src/site/build.ts');
	return runMeasured(process.execPath, [...nodeFlags, script, '--root', root], root);
}

function buildCold(project: Project, nodeFlags: readonly string[] = []): Promise<Cost> {
	removeCaches(project);
	return build(project, nodeFlags);
}

/** Rebuilds with the caches of the build before. */
async function measureRebuilds(project: Project): Promise<{ unchanged: Cost; edited: Cost }> {
	say('building with nothing changed');
	const unchanged = await build(project);
	say('building with one guide edited');
	const sentence = 'The fan of the bench has stopped, and its lamp is green.';
	const page = editGuide(project, sentence);
	const edited = await build(project);
	if (!readFileSync(page, 'utf8').includes(sentence)) {
		throw new Error(`The rebuild is stale: ${page} does not show the edit.`);
	}
	return { unchanged, edited };
}

async function measure(options: Options, folder: string): Promise<Result> {
	say(`generating ${options.guides} guides in ${folder}`);
	const project = createProject(source, folder, options.guides, options.seed);
	const { corpus, generated } = project;
	const hugoVersion = options.hugo ? findHugo() : undefined;
	if (options.hugo && !hugoVersion) say(hugoHint);
	const hugoSite = hugoVersion
		? await createHugoSite(source, folder, generated, hugoVersion)
		: undefined;

	const cold: Cost[] = [];
	const hugo: HugoCost[] = [];
	for (let round = 1; round <= options.rounds; round += 1) {
		if (hugoSite) {
			say(`round ${round}: Hugo and Pagefind`);
			hugo.push(await buildHugoSite(hugoSite));
		}
		if (options.site) {
			say(`round ${round}: building without caches`);
			cold.push(await buildCold(project));
		}
	}

	let differing: string[] | undefined;
	if (options.reproducible) {
		say('building without caches once more, to compare');
		const before = digestFiles(project.dist);
		await buildCold(project);
		differing = differences(before, digestFiles(project.dist));
	}
	const site = options.site
		? {
				cold: medianCost(cold),
				output: measureOutput(project.dist),
				weight: weighGuides(project.dist, generated.ids),
				...(await measureRebuilds(project)),
			}
		: undefined;
	const competitor =
		hugoSite && hugo.length > 0
			? {
					version: hugoSite.version,
					hugo: medianCost(hugo.map((cost) => cost.hugo)),
					pagefind: medianCost(hugo.map((cost) => cost.pagefind)),
					total: medianCost(hugo.map((cost) => addCosts([cost.hugo, cost.pagefind]))),
				}
			: undefined;
	// Of each round by itself: how fast the machine is changes from one to the next.
	const ratios = cold.flatMap(({ cpuSeconds: ours }, index) => {
		const { hugo: first, pagefind: second } = hugo[index] ?? {};
		const theirs = first && second && addCosts([first, second]).cpuSeconds;
		return ours !== undefined && theirs ? [ours / theirs] : [];
	});

	let profile;
	if (options.profile) {
		say('building without caches under the profiler');
		const profiles = join(folder, 'profiles');
		mkdirSync(profiles);
		await buildCold(project, ['--cpu-prof', `--cpu-prof-dir=${profiles}`]);
		profile = readProfiles(profiles);
	}
	const sampleSize = Math.min(corpus.texts.length, generated.texts.length);
	return {
		guides: options.guides,
		seed: options.seed,
		rounds: options.rounds,
		node: process.version,
		likeness: {
			real: describeGuides(corpus.texts, sampleSize),
			generated: describeGuides(generated.texts, sampleSize),
		},
		...(site && { site }),
		...(competitor && { hugo: competitor }),
		...(ratios.length > 0 && { ratios }),
		...(differing && { differing }),
		...(profile && { profile }),
	};
}

async function run(options: Options): Promise<number> {
	const folder = createFolder();
	const clean = () => {
		endChildren();
		if (options.keep) say(`kept: ${folder}`);
		else rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	};
	const interrupted = () => {
		clean();
		process.exit(130);
	};
	process.once('SIGINT', interrupted);
	process.once('SIGTERM', interrupted);
	try {
		const result = await measure(options, folder);
		console.log(options.json ? JSON.stringify(result, null, '\t') : formatResult(result));
		return result.differing && result.differing.length > 0 ? 1 : 0;
	} catch (error) {
		if (!(error instanceof ChildError)) throw error;
		console.error(error.message);
		return 2;
	} finally {
		clean();
	}
}

function parseOptions(): Options | undefined | 'wrong' {
	try {
		return readOptions(process.argv.slice(2));
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		console.error(`${error.message}\n\n${usage}`);
		return 'wrong';
	}
}

const options = parseOptions();
if (options === 'wrong') process.exitCode = 2;
else if (options) process.exitCode = await run(options);
else console.log(usage);
