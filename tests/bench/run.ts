import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ChildError, endChildren, runMeasured, type Cost } from './child.ts';
import { differences, digestFiles } from './files.ts';
import { buildHugoSite, createHugoSite, findHugo, type HugoCost } from './hugo.ts';
import { readOptions, usage, type Options } from './options.ts';
import { readProfiles } from './profile.ts';
import { createFolder, createProject, editGuide, setCachesAside, type Project } from './project.ts';
import { addCosts, medianCost, type Result } from './result.ts';
import { describeGuides } from './statistics.ts';
import { formatResult } from './table.ts';
import { measureOutput, weighGuides } from './weight.ts';

const source = join(import.meta.dirname, '..', '..');
const hugoHint =
	'Hugo is left out: there is no "hugo" on the PATH. To compare, install it (Debian: apt-get install hugo).';

function say(text: string): void {
	console.error(text);
}

/** What each run took, as it ends, so that a long bench that is cut short has not been for nothing. */
async function told(what: string, run: Cost | Promise<Cost>): Promise<Cost> {
	const cost = await run;
	const { wallSeconds, cpuSeconds, peakBytes } = cost;
	const cpu = cpuSeconds === undefined ? '' : `, CPU ${cpuSeconds.toFixed(1)} s`;
	const peak = peakBytes === undefined ? '' : `, peak ${Math.round(peakBytes / 1e6)} MB`;
	say(`${what}: ${wallSeconds.toFixed(1)} s${cpu}${peak}`);
	return cost;
}

function build({ root }: Project, nodeFlags: readonly string[] = []): Promise<Cost> {
	const script = join(root, 'src/integrations/build.ts');
	return runMeasured(process.execPath, [...nodeFlags, script, '--root', root], root);
}

function buildCold(project: Project, nodeFlags: readonly string[] = []): Promise<Cost> {
	setCachesAside(project);
	return build(project, nodeFlags);
}

/** Rebuilds with the caches of the build before. */
async function measureRebuilds(project: Project): Promise<{ unchanged: Cost; edited: Cost }> {
	const unchanged = await told('nothing changed', build(project));
	const sentence = 'The fan of the bench has stopped, and its lamp is green.';
	const page = editGuide(project, sentence);
	const edited = await told('one guide edited', build(project));
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
			const cost = await buildHugoSite(hugoSite);
			await told(`round ${round}, Hugo + Pagefind`, addCosts([cost.hugo, cost.pagefind]));
			hugo.push(cost);
		}
		if (options.site) cold.push(await told(`round ${round}, cold build`, buildCold(project)));
	}

	let differing: string[] | undefined;
	if (options.reproducible) {
		const before = digestFiles(project.dist);
		await told('cold build, to compare', buildCold(project));
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
		const profiles = join(folder, 'profiles');
		mkdirSync(profiles);
		const flags = ['--cpu-prof', `--cpu-prof-dir=${profiles}`];
		await told('cold build under the profiler', buildCold(project, flags));
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
	const interrupted = (signal: NodeJS.Signals) => {
		say(`${signal}: stopped before the end`);
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
