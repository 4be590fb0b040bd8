import { userInfo } from 'node:os';
import { join } from 'node:path';
import { compileTemplate } from '#finder/messages.ts';
import { guideDigest, labDigest } from '#content/proof.ts';
import { proofRoom, shorten } from '#lib/transcript.ts';
import type { Guide } from '#schema/guide.ts';
import type { Proof, ProvenFix } from '#schema/proof.ts';
import type { Lab } from './lab-file.ts';
import { planFixes } from './plan.ts';
import { proveFix, type Failure } from './prove-fix.ts';
import { Sandbox, type SandboxOptions } from './sandbox.ts';
import { standIn } from './stand-ins.ts';
import { systemName, type Versions } from './versions.ts';

/** One lab, with what it proves. */
export interface LabOfGuide {
	readonly lab: Lab;
	readonly guide: Guide;
	readonly bytes: Uint8Array;
}

/** What a run saw; the day is added by who writes it down. */
export type Sighting = Omit<Proof, 'date'>;

export interface LabFailure extends Failure {
	/** Where its files are, when they are kept. */
	readonly kept: string | undefined;
}

export interface LabResult {
	/** Missing when something went another way. */
	readonly sighting: Sighting | undefined;
	readonly failures: readonly LabFailure[];
}

export interface ProveOptions {
	readonly sandboxes: SandboxOptions;
	readonly versions: Versions;
	readonly keep: boolean;
	/** Called before each fix. */
	readonly onFix: (id: string) => void;
}

/** Proves every fix of a lab, each in a sandbox of its own. */
export async function proveLab(
	{ lab, guide, bytes }: LabOfGuide,
	{ sandboxes, versions, keep, onFix }: ProveOptions,
): Promise<LabResult> {
	const templates = guide.messages.map((message) => ({
		message,
		template: compileTemplate(message),
	}));
	const fixes: ProvenFix[] = [];
	const failures: LabFailure[] = [];
	for (const plan of planFixes(lab, guide)) {
		onFix(plan.id);
		const sandbox = await Sandbox.start(lab.text, sandboxes);
		const surroundings = sandboxes.isolated
			? { home: '/home/sam', temporary: '/tmp', ports: sandbox.ports, user: 'sam' }
			: {
					home: join(sandbox.folder, 'home'),
					temporary: join(sandbox.folder, 'tmp'),
					ports: sandbox.ports,
					user: userInfo().username,
				};
		const result = await proveFix(plan, templates, sandbox, (text) =>
			shorten(standIn(text, surroundings), proofRoom),
		);
		await sandbox.close();
		if ('before' in result) {
			fixes.push(result);
		} else {
			const kept = keep ? sandboxes.workspace.keep(sandbox.folder, guide.id) : undefined;
			failures.push({ ...result, kept });
		}
		await sandbox.remove();
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
