import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatGuide } from './guide-file.ts';
import { buildHugoSite, hasHugo, createHugoSite } from './hugo.ts';
import type { Cost } from './measured-command.ts';
import { buildProject, setBuiltAside, writeBelow, type Project } from './project.ts';
import { medianFigures, type Figure } from './report.ts';

const hugoHint =
	'There is no "hugo" on the PATH, so it is left out (Debian: apt-get install hugo).';

async function buildCold(project: Project, what: string): Promise<Cost> {
	setBuiltAside(project);
	return buildProject(project, what);
}

function toFigures(what: string, cost: Cost, maxSeconds?: number): readonly Figure[] {
	return [
		{ what: `${what}: wall`, value: cost.wallSeconds, unit: 's', budget: maxSeconds },
		{ what: `${what}: CPU`, value: cost.cpuSeconds, unit: 's' },
		{ what: `${what}: memory`, value: cost.peakBytes / 1e6, unit: 'MB', budget: 3000 },
	];
}

async function measureHugo(root: string, ours: Cost, maxRatio: number): Promise<readonly Figure[]> {
	const { hugo, pagefind } = await buildHugoSite(root);
	const value = ours.cpuSeconds / (hugo.cpuSeconds + pagefind.cpuSeconds);
	return [
		{ what: 'Hugo: CPU', value: hugo.cpuSeconds, unit: 's' },
		{ what: 'Pagefind after it: CPU', value: pagefind.cpuSeconds, unit: 's' },
		{ what: 'CPU over Hugo + Pagefind', value, unit: '×', budget: maxRatio },
	];
}

/** Changes the text of one guide and builds again with what the build before has kept. */
async function measureEdit(project: Project, round: number): Promise<Cost> {
	const { dist, guides, root } = project;
	const guide = guides[Math.floor(guides.length / 2)]!; // Not empty.
	const sentence = `The fan of the bench has stopped, and lamp ${round} is green.`;
	const body = guide.body.replace('<Verify>\n\n', `<Verify>\n\n${sentence}\n\n`);
	writeBelow(root, `content/guides/${guide.id}.mdx`, formatGuide({ ...guide, body }));
	const cost = await buildProject(project, 'one edit');
	const page = readFileSync(join(dist, 'errors', guide.id, 'index.html'), 'utf8');
	if (!page.includes(sentence)) throw new Error(`The page of ${guide.id} does not show the edit.`);
	return cost;
}

/** The digest of each file of a folder. */
function digestFiles(folder: string): ReadonlyMap<string, string> {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name));
	return new Map(
		files.map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]),
	);
}

async function countDifferences(project: Project): Promise<number> {
	const built: ReadonlyMap<string, string>[] = [];
	for (const what of ['cold, to compare', 'cold, the same again']) {
		await buildCold(project, what);
		built.push(digestFiles(project.dist));
	}
	const [first = new Map<string, string>(), second = new Map<string, string>()] = built;
	const files = new Set([...first.keys(), ...second.keys()]);
	return [...files].filter((file) => first.get(file) !== second.get(file)).length;
}

export interface BuildOptions {
	readonly rounds: number;
	readonly hugo: boolean;
	readonly reproducible: boolean;
}

/** What building a site costs, beside the same guides as bare pages of Hugo with an index of Pagefind. */
export async function measureBuild(
	project: Project,
	{ rounds, hugo, reproducible }: BuildOptions,
): Promise<readonly Figure[]> {
	const withHugo = hugo && hasHugo();
	if (hugo && !withHugo) console.error(hugoHint);
	const hugoSite = withHugo ? createHugoSite(project.guides) : undefined;
	const isLarge = project.guides.length >= 10_000;
	const figures: (readonly Figure[])[] = [];
	for (let round = 1; round <= rounds; round += 1) {
		const cold = await buildCold(project, `cold build, round ${round}`);
		const edit = await measureEdit(project, round);
		figures.push([
			...toFigures('cold build', cold),
			...toFigures('one edit', edit, isLarge ? cold.wallSeconds : 8),
			...(hugoSite ? await measureHugo(hugoSite, cold, isLarge ? 1 : 1.5) : []),
		]);
	}
	const all = medianFigures(figures);
	if (!reproducible) return all;
	const what = 'files that differ in two cold builds';
	return [...all, { what, value: await countDifferences(project), unit: '', budget: 0 }];
}
