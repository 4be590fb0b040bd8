import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const profileSchema = z.object({
	nodes: z.array(
		z.object({
			id: z.int(),
			callFrame: z.object({ functionName: z.string(), url: z.string() }),
			children: z.array(z.int()).optional(),
		}),
	),
	samples: z.array(z.int()),
	timeDeltas: z.array(z.number()),
});
type Profile = z.output<typeof profileSchema>;

export interface Share {
	readonly name: string;
	readonly seconds: number;
}

export interface PhaseProfile {
	readonly phases: readonly Share[];
	readonly functions: readonly Share[];
}

/** What a place in a stack belongs to. The innermost frame that fits decides. */
const phases: readonly (readonly [RegExp, string])[] = [
	[/^\(garbage collector\) /, 'garbage collection'],
	[/^\(program\) /, 'native code'],
	[/\/node_modules\/yaml\//, 'YAML'],
	[/\/node_modules\/highlight\.js\/|\/src\/guide\/highlight\.ts/, 'highlighting'],
	[/\/node_modules\/zod\//, 'Zod'],
	[/\/node_modules\/satteri\//, 'MDX parser'],
	[
		/\/node_modules\/devalue\/|\/content\/.*data-store|vite-plugin-content-virtual-mod/,
		'Astro data store',
	],
	[/\/src\/guide\//, 'checking and compiling guides'],
	[/\/src\/site\/search-index|\/node_modules\/pagefind\//, 'Pagefind client'],
	[/\/node_modules\/(?:vite|rolldown|@rolldown)\//, 'Vite and Rolldown'],
	[/static-paths\.js|route-cache\.js/, 'getStaticPaths'],
	[/\/\.prerender\//, 'rendering pages'],
	[/core\/build\/generate\.js/, 'Astro page loop and writing'],
	[/\/node_modules\/astro\//, 'Astro, other'],
	[/node:internal\/modules\//, 'loading modules'],
	[/\/node_modules\//, 'other packages'],
];

/** Self time of every phase and function in the profiles of a folder. */
export function readProfiles(folder: string): PhaseProfile {
	const byPhase = new Map<string, number>();
	const byFunction = new Map<string, number>();
	const add = (to: Map<string, number>, name: string, seconds: number) =>
		to.set(name, (to.get(name) ?? 0) + seconds);
	for (const file of readdirSync(folder)) {
		if (!file.endsWith('.cpuprofile')) continue;
		const json: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
		addProfile(profileSchema.parse(json), (phase, name, seconds) => {
			add(byPhase, phase, seconds);
			add(byFunction, name, seconds);
		});
	}
	const toShares = (from: Map<string, number>, limit: number) =>
		[...from]
			.map(([name, seconds]) => ({ name, seconds }))
			.sort((a, b) => b.seconds - a.seconds)
			.slice(0, limit);
	return { phases: toShares(byPhase, 20), functions: toShares(byFunction, 15) };
}

function addProfile(
	{ nodes, samples, timeDeltas }: Profile,
	add: (phase: string, name: string, seconds: number) => void,
): void {
	const parents = new Map(
		nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])),
	);
	const frames = new Map(
		nodes.map(({ id, callFrame: { functionName, url } }) => [id, `${functionName} ${url}`]),
	);
	const phaseOf = new Map<number, string>();
	const findPhase = (id: number): string => {
		const known = phaseOf.get(id);
		if (known) return known;
		const frame = frames.get(id) ?? '';
		const own = phases.find(([pattern]) => pattern.test(frame))?.[1];
		const parent = parents.get(id);
		const phase = own ?? (parent === undefined ? 'Node.js, other' : findPhase(parent));
		phaseOf.set(id, phase);
		return phase;
	};
	samples.forEach((id, index) => {
		const frame = frames.get(id) ?? '';
		if (frame.startsWith('(idle) ')) return;
		const name = frame.replace(/file:\S*\/(?:node_modules|project)\//, '');
		add(findPhase(id), name, (timeDeltas[index] ?? 0) / 1e6);
	});
}
