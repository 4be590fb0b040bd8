import type { ProvenFix, Run } from '#schema/proof.ts';
import { plainName } from './hostile-name.ts';
import { Play, UnexpectedStep, type Surprise, type Template } from './play.ts';
import type { Action, FixPlan } from './plan.ts';
import { Sandbox, type SandboxOptions } from './sandbox.ts';

/** A fix that went another way. */
export interface Failure extends Surprise {
	readonly fix: string;
	/** What the reader's own name was, where it was an awkward one. */
	readonly named: string | undefined;
	readonly kept: string | undefined;
}

export interface FixRoom {
	/** The text of the lab. */
	readonly lab: string;
	readonly templates: readonly Template[];
	readonly sandboxes: SandboxOptions;
	/** Takes the files of a failed fix out of what is removed; says where they are. */
	readonly keep: ((folder: string) => string) | undefined;
}

async function playAll(play: Play, actions: readonly Action[]): Promise<Run[]> {
	const runs: Run[] = [];
	for (const action of actions) {
		const run = await play.play(action);
		if (run) runs.push(run);
	}
	return runs;
}

/** Sees the error, follows the page, and sees the error gone. `followed` is called when the page has been followed. */
async function playFix(
	plan: FixPlan,
	play: Play,
	followed: () => void,
): Promise<Omit<ProvenFix, 'id' | 'cause' | 'skipped' | 'names'>> {
	await play.setUp();
	const {
		message,
		run: before,
		outcome,
	} = await play.expectMessage(plan.provoke, 'before the fix');
	if (plan.retry !== plan.provoke) await play.expectMessage(plan.retry, 'before the fix');
	play.expectAboutMessage(outcome);
	const check = await playAll(play, plan.check);
	const steps = await playAll(play, plan.steps);
	followed();
	const after = plan.corrected === undefined ? await play.expectSuccess(plan.retry) : undefined;
	const verify = await playAll(play, plan.verify);
	return { message, before, runs: [...check, ...steps, ...verify], ...(after ? { after } : {}) };
}

/** Sees the error, does nothing for as long as the other reads, and sees the error still there, and that the verify tells. */
async function playControl(plan: FixPlan, play: Play, until: Promise<unknown>): Promise<void> {
	await play.setUp();
	await play.expectMessage(plan.provoke, 'before nothing was done');
	await until;
	await play.expectMessage(plan.retry, 'after nothing was done');
	for (const action of plan.verify) {
		try {
			await play.play(action);
		} catch (error) {
			if (error instanceof UnexpectedStep) return;
			throw error;
		}
	}
	if (plan.verify.length === 0 || plan.corrected?.prints !== undefined) return;
	throw new UnexpectedStep({
		step: 'the verify, where nothing was done',
		wanted: 'the verify does not hold, as the error is still there',
		came: 'all of it holds, so it tells nothing about the fix',
		output: '',
	});
}

/** Runs a task in a sandbox of its own. Returns what went another way in it, or nothing. */
async function inSandbox(
	plan: FixPlan,
	name: string,
	{ lab, templates, sandboxes, keep }: FixRoom,
	task: (play: Play) => Promise<void>,
): Promise<Failure | undefined> {
	const sandbox = new Sandbox(lab, name, sandboxes);
	try {
		await task(new Play(sandbox, plan, templates));
		return undefined;
	} catch (error) {
		if (!(error instanceof UnexpectedStep)) throw error;
		await sandbox.close();
		const named = name === plainName ? undefined : name;
		return { fix: plan.id, named, ...error.surprise, kept: keep?.(sandbox.folder) };
	} finally {
		await sandbox.close();
		await sandbox.remove();
	}
}

/** Proves one fix: with it the error goes, and in a second sandbox, without it, the error stays. */
export async function proveFix(
	plan: FixPlan,
	room: FixRoom,
): Promise<ProvenFix | readonly Failure[]> {
	let proven: ProvenFix | undefined;
	const followed = Promise.withResolvers<undefined>();
	const done = () => followed.resolve(undefined);
	const withFix = inSandbox(plan, plainName, room, async (play) => {
		const { cause, id, skipped } = plan;
		proven = { id, cause, ...(await playFix(plan, play, done)), skipped: [...skipped], names: [] };
	}).finally(done);
	const without = inSandbox(plan, plainName, room, (play) =>
		playControl(plan, play, followed.promise),
	);
	const failures = await Promise.all([withFix, without]);
	const [first] = failures;
	// Where the fix itself fails, the control says nothing more.
	if (first) return [first];
	const found = failures.filter((failure) => failure !== undefined);
	return found.length === 0 && proven ? proven : found;
}

/** Follows the page once, without the machine on which nothing is done. */
export async function followPage(
	plan: FixPlan,
	room: FixRoom,
): Promise<Pick<ProvenFix, 'runs'> | Failure> {
	let runs: ProvenFix['runs'] = [];
	const failure = await inSandbox(plan, plainName, room, async (play) => {
		({ runs } = await playFix(plan, play, () => undefined));
	});
	return failure ?? { runs };
}

/** Whether the fix also works where the reader's own name is this one. */
export async function tryName(
	plan: FixPlan,
	name: string,
	room: FixRoom,
): Promise<Failure | undefined> {
	return inSandbox(plan, name, room, async (play) => {
		await playFix(plan, play, () => undefined);
	});
}
