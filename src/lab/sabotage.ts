import { compileTemplate } from '#finder/messages.ts';
import type { Run } from '#schema/proof.ts';
import { formatWhere } from './play.ts';
import { planFixes, type Action, type FixPlan } from './plan.ts';
import { followPage, proveFix, type FixRoom } from './prove-fix.ts';
import type { LabOfGuide } from './prove-lab.ts';
import type { SandboxOptions } from './sandbox.ts';

const parts = ['check', 'steps', 'verify'] as const;

/** The plan with another text in one of its blocks. */
function replaceBlock(
	plan: FixPlan,
	part: (typeof parts)[number],
	at: number,
	text: string,
): FixPlan {
	const change = (action: Action): Action => ({ ...action, block: { ...action.block, text } });
	return { ...plan, [part]: plan[part].map((each, index) => (index === at ? change(each) : each)) };
}

function outputsOf(runs: readonly Run[]): string {
	return JSON.stringify(runs.map(({ output }) => output));
}

/**
 * What can be done to a block so that a lab could notice. Of a block that prints something else each time nothing is kept
 * to compare with; and where a check is that nothing is printed, a block that does nothing passes.
 */
function changesOf({ block, where, varies }: Action): readonly string[] {
	if (varies !== undefined) return [];
	if (where.part === 'step' && block.language !== 'sh' && block.language !== 'sql') return [];
	if (block.language === 'sql') return [';', "SELECT 'something else';"];
	const isSilent = where.part === 'check' && block.says?.kind === 'nothing';
	return isSilent ? ['echo something else'] : ['true', 'echo something else'];
}

async function isNoticed(
	plan: FixPlan,
	part: (typeof parts)[number],
	room: FixRoom,
	proven: readonly Run[],
): Promise<boolean> {
	if (part !== 'verify') {
		const result = await followPage(plan, room);
		return 'wanted' in result || outputsOf(result.runs) !== outputsOf(proven);
	}
	// That a verify tells nothing shows on the machine on which nothing is done.
	const result = await proveFix(plan, room);
	return !('runs' in result) || outputsOf(result.runs) !== outputsOf(proven);
}

export interface Sabotage {
	readonly tried: number;
	/** The changes that the lab did not notice, in words. */
	readonly unnoticed: readonly string[];
}

/**
 * Makes each block of the page do nothing, and then something else. The lab notices when something goes another way, or
 * prints what the proof does not have.
 */
export async function sabotageLab(
	{ lab, guide }: LabOfGuide,
	sandboxes: SandboxOptions,
): Promise<Sabotage> {
	const templates = guide.messages.map((message) => ({
		message,
		template: compileTemplate(message),
	}));
	const room: FixRoom = { lab: lab.text, templates, sandboxes, keep: undefined };
	const changes = planFixes(lab, guide, () => undefined).flatMap((plan) =>
		parts.flatMap((part) =>
			plan[part].flatMap((action, at) =>
				changesOf(action).map((text) => ({ plan, part, at, action, text })),
			),
		),
	);
	const unnoticed: string[] = [];
	for (const { plan, part, at, action, text } of changes) {
		const runs = guide.proof?.fixes.find(({ id }) => id === plan.id)?.runs ?? [];
		if (await isNoticed(replaceBlock(plan, part, at, text), part, room, runs)) continue;
		unnoticed.push(`${plan.id}, ${formatWhere(action.where)}: "${text}" for ${action.block.text}`);
	}
	return { tried: changes.length, unnoticed };
}
