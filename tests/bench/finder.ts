import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { find } from '#finder/find.ts';
import { finderPath } from '#finder/index-shape.ts';
import { measureInBrowser } from './finder/browser.ts';
import { IndexFiles } from './finder/index-files.ts';
import { lookUpKinds, makeLookUps, typicalError, type LookUp } from './finder/inputs.ts';
import { makeLog } from './finder/log.ts';
import { buildProject, type Project } from './project.ts';
import { Random } from './random.ts';
import { median, type Figure } from './report.ts';

const lookUpsPerKind = 200;
const pasteLength = 1_000_000;

/** What look-ups read before their result, each with an index of which nothing is there yet. */
async function measureLookUps(
	files: IndexFiles,
	lookUps: readonly LookUp[],
): Promise<readonly Figure[]> {
	const measure = async ({ kind, text, guides }: LookUp) => {
		const { index, names } = files.open();
		const { matches } = await find(index, text);
		const bytes = names.reduce((sum, name) => sum + files.brotliSize(name), 0);
		const isFound = guides.has(matches[0]?.guide.id ?? '');
		return { kind, requests: names.length, kilobytes: bytes / 1000, isFound };
	};
	const costs = await Promise.all(lookUps.map(measure));
	const found = costs.filter(({ isFound }) => isFound).length;
	return [
		...lookUpKinds.flatMap((kind): readonly Figure[] => {
			const ofKind = costs.filter((cost) => cost.kind === kind);
			const requests = Math.max(...ofKind.map((cost) => cost.requests));
			const kilobytes = ofKind.map((cost) => cost.kilobytes);
			const [maxRequests, maxKilobytes] = kind === 'code' ? [2, 20] : [];
			return [
				{ what: `${kind}: most requests`, value: requests, unit: '', budget: maxRequests },
				{ what: `${kind}: median bytes`, value: median(kilobytes), unit: 'kB' },
				{
					what: `${kind}: most bytes`,
					value: Math.max(...kilobytes),
					unit: 'kB',
					budget: maxKilobytes,
				},
			];
		}),
		{ what: 'look-ups: right guide first', value: (100 * found) / costs.length, unit: '%' },
	];
}

export interface FinderOptions {
	readonly rounds: number;
	readonly seed: number;
	readonly browser: boolean;
}

/** What finding costs in a built site. */
export async function measureFinder(
	project: Project,
	{ rounds, seed, browser }: FinderOptions,
): Promise<readonly Figure[]> {
	const { dist, guides } = project;
	if (!existsSync(dist)) await buildProject(project, `build of ${guides.length} guides`);
	const files = new IndexFiles(join(dist, finderPath));
	const lookUps = makeLookUps(guides, lookUpsPerKind, new Random(seed));
	const figures = [...files.measure(), ...(await measureLookUps(files, lookUps))];
	if (!browser) return figures;
	const log = makeLog(new Random(seed), pasteLength, typicalError(guides, new Random(seed)));
	return [...figures, ...(await measureInBrowser(dist, lookUps, log, rounds))];
}
