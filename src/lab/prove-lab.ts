import { compileTemplate } from '#finder/messages.ts';
import { guideDigest, labDigest } from '#content/proof.ts';
import type { Guide } from '#schema/guide.ts';
import type { Proof, ProvenFix } from '#schema/proof.ts';
import { combineNames, hostileNames, isHostileName, type HostileName } from './hostile-name.ts';
import type { Lab } from './lab-file.ts';
import { planFixes, type FixPlan } from './plan.ts';
import { proveFix, tryName, type Failure, type FixRoom } from './prove-fix.ts';
import type { SandboxOptions } from './sandbox.ts';
import { systemName, type Versions } from './versions.ts';

/** One lab, with what it proves. */
export interface LabOfGuide {
	readonly lab: Lab;
	readonly guide: Guide;
	readonly bytes: Uint8Array;
}

/** What a run saw; the day and the seal are added by who writes it down. */
export type Sighting = Omit<Proof, 'date' | 'seal'>;

export interface LabResult {
	/** Missing when something went another way. */
	readonly sighting: Sighting | undefined;
	readonly failures: readonly Failure[];
}

export interface ProveOptions {
	readonly sandboxes: SandboxOptions;
	readonly versions: Versions;
	readonly keep: boolean;
	/** Called before each fix. */
	readonly onFix: (id: string) => void;
}

/** The awkward names that a fix is tried with: none where it takes no name from the runner. */
function namesOf(plan: FixPlan, { impossibleNames }: Lab): readonly HostileName[] {
	const { setup, provoke, retry, values, check, steps, verify } = plan;
	const actors = [...check, ...steps, ...verify].flatMap(({ by }) => by ?? []);
	const texts = [...setup, provoke, retry, ...values, ...actors].map(({ commands }) => commands);
	if (!texts.some((text) => /\$(?:NAME\b|\{NAME\b)/.test(text))) return [];
	return Object.keys(hostileNames)
		.filter(isHostileName)
		.filter((name) => !impossibleNames.has(name));
}

/** Tries one name that is awkward in all these ways. Where it fails, one at a time, to tell which of them breaks the page. */
async function tryNames(
	plan: FixPlan,
	names: readonly HostileName[],
	room: FixRoom,
): Promise<readonly Failure[]> {
	const inOne = names.filter((name) => name !== 'empty');
	const combined = inOne.length > 0 && (await tryName(plan, combineNames(inOne), room));
	const single = combined ? names : names.filter((name) => name === 'empty');
	const failures: Failure[] = [];
	for (const name of single) {
		const failure = await tryName(plan, hostileNames[name], room);
		if (failure) failures.push(failure);
	}
	return combined && failures.length === 0 ? [combined] : failures;
}

async function proveAll(
	plan: FixPlan,
	lab: Lab,
	room: FixRoom,
): Promise<ProvenFix | readonly Failure[]> {
	const result = await proveFix(plan, room);
	if (!('before' in result)) return result;
	const names = namesOf(plan, lab);
	const failures = await tryNames(plan, names, room);
	return failures.length > 0 ? failures : { ...result, names: [...names] };
}

/** Proves every fix of a lab, each in sandboxes of its own. */
export async function proveLab(
	{ lab, guide, bytes }: LabOfGuide,
	{ sandboxes, versions, keep, onFix }: ProveOptions,
): Promise<LabResult> {
	const templates = guide.messages.map((message) => ({
		message,
		template: compileTemplate(message),
	}));
	const { workspace } = sandboxes;
	const room: FixRoom = {
		lab: lab.text,
		templates,
		sandboxes,
		keep: keep ? (folder) => workspace.keep(folder, guide.id) : undefined,
	};
	const fixes: ProvenFix[] = [];
	const failures: Failure[] = [];
	for (const plan of planFixes(lab, guide, () => undefined)) {
		onFix(plan.id);
		const result = await proveAll(plan, lab, room);
		if ('before' in result) fixes.push(result);
		else failures.push(...result);
	}
	if (failures.length > 0 || fixes.length === 0) return { sighting: undefined, failures };
	const programs = new Map<string, string>();
	for (const { program } of lab.needs)
		programs.set(program.label, (await versions.find(program)) ?? '');
	return {
		failures,
		sighting: {
			lab: labDigest(bytes),
			guide: guideDigest(
				guide,
				fixes.map(({ id }) => id),
			),
			system: systemName(),
			programs: [...programs].map(([name, version]) => ({ name, version })),
			fixes,
		},
	};
}
