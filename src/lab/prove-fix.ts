import { findTemplate, type MessageTemplate } from '#finder/messages.ts';
import { literalsOf } from '#lib/placeholder.ts';
import type { ProvenFix, Run } from '#schema/proof.ts';
import type { FixPlan } from './plan.ts';
import type { Sandbox, Step } from './sandbox.ts';
import type { LabFunction } from './shell-function.ts';
import { showPorts } from './stand-ins.ts';

/** Which function of which fix went another way, what was wanted, and what came. */
export interface Failure {
	readonly fix: string;
	readonly step: string;
	readonly wanted: string;
	readonly came: string;
	readonly output: string;
}

export interface Template {
	readonly message: string;
	readonly template: MessageTemplate;
}

class UnexpectedStep extends Error {
	readonly failure: Omit<Failure, 'fix'>;

	constructor(failure: Omit<Failure, 'fix'>) {
		super(failure.wanted);
		this.failure = failure;
	}
}

function endOf({ status }: Step): string {
	if (status === 'timeout') return 'it was stopped at the time limit';
	if (status === 'lost') return 'its sandbox ended';
	return `exit code ${status}`;
}

/** Whether a text has a message to the letter. The finder is more lenient: it does not look at punctuation. */
function hasExactly(message: string, text: string): boolean {
	const pieces = literalsOf(message);
	const escaped = pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(escaped.join('.+?')).test(text);
}

/** The message that a text holds; where it holds several, the longest of those that it has to the letter. */
function findMessage(templates: readonly Template[], text: string): string | undefined {
	return templates
		.filter(({ template }) => findTemplate(template, text))
		.map(({ message }) => ({ message, exact: Number(hasExactly(message, text)) }))
		.sort((a, b) => b.exact - a.exact || b.message.length - a.message.length)[0]?.message;
}

/** Runs the plan of one fix in its sandbox, to the first step that goes another way. */
export async function proveFix(
	plan: FixPlan,
	templates: readonly Template[],
	sandbox: Sandbox,
	standIn: (output: string) => string,
): Promise<ProvenFix | Failure> {
	const run = async (
		shellFunction: LabFunction,
		title: string,
		wanted: string,
		isWanted: (step: Step) => boolean,
	): Promise<Step & Run> => {
		const step = await sandbox.run(shellFunction.name);
		const output = standIn(step.output);
		if (!isWanted(step)) {
			const message = findMessage(templates, step.output);
			const came = message ? `${endOf(step)}, with the message "${message}"` : endOf(step);
			throw new UnexpectedStep({ step: title, wanted, came, output });
		}
		return { status: step.status, commands: showPorts(shellFunction.commands), output };
	};
	const succeeds = ({ status }: Step) => status === 0;
	const toRun = ({ commands, output }: Run): Run => ({ commands, output });

	try {
		for (const setup of plan.setup) await run(setup, setup.name, 'exit code 0', succeeds);
		let message: string | undefined;
		const before = await run(
			plan.provoke,
			`${plan.provoke.name} before the fix`,
			`an exit code other than 0, and one of the messages of the guide:\n${templates.map((template) => `  ${template.message}`).join('\n')}`,
			({ status, output }) => {
				message = findMessage(templates, output);
				return typeof status === 'number' && status !== 0 && message !== undefined;
			},
		);
		const checks = [];
		for (const { cause, run: check } of plan.checks)
			checks.push({ cause, ...toRun(await run(check, check.name, 'exit code 0', succeeds)) });
		const fix = plan.fix && (await run(plan.fix, plan.fix.name, 'exit code 0', succeeds));
		const after = await run(
			plan.retry,
			`${plan.retry.name} after the fix`,
			'exit code 0, and no message of the guide',
			({ status, output }) => status === 0 && findMessage(templates, output) === undefined,
		);
		return {
			id: plan.id,
			message: message ?? '',
			before: toRun(before),
			checks,
			...(fix ? { fix: toRun(fix) } : {}),
			after: toRun(after),
		};
	} catch (error) {
		if (error instanceof UnexpectedStep) return { fix: plan.id, ...error.failure };
		throw error;
	}
}
