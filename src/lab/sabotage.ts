import { compileTemplate } from '#finder/messages.ts';
import type { Run } from '#schema/proof.ts';
import { formatWhere } from './play.ts';
import { planFixes, type Action, type FixPlan } from './plan.ts';
import { followPage, type FixRoom } from './prove-fix.ts';
import type { LabOfGuide } from './prove-lab.ts';
import type { SandboxOptions } from './sandbox.ts';

/** What a block does instead: nothing, or something else. */
const replacements = ['true', 'echo something else'] as const;

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

export interface Sabotage {
	readonly tried: number;
	/** The changes that the lab did not notice, in words. */
	readonly unnoticed: readonly string[];
}

/**
 * Makes each block of the page do nothing, and then something else. The lab notices when something goes another way, or
 * prints what the proof does not have. A block whose output is not kept, and that changes nothing, cannot be noticed.
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
	const unnoticed: string[] = [];
	let tried = 0;
	for (const plan of planFixes(lab, guide, () => undefined)) {
		const proven = guide.proof?.fixes.find(({ id }) => id === plan.id);
		for (const part of parts) {
			for (const [at, { where, block }] of plan[part].entries()) {
				if (block.language !== 'sh') continue;
				for (const text of replacements) {
					tried += 1;
					const result = await followPage(replaceBlock(plan, part, at, text), room);
					const isNoticed =
						'wanted' in result || outputsOf(result.runs) !== outputsOf(proven?.runs ?? []);
					if (!isNoticed)
						unnoticed.push(`${plan.id}, ${formatWhere(where)}, "${text}" for: ${block.text}`);
				}
			}
		}
	}
	return { tried, unnoticed };
}
