import type { Cause, Guide } from '#schema/guide.ts';
import type { Lab } from './lab-file.ts';
import type { LabFunction } from './shell-function.ts';

/** What is run to prove one fix, in this order. */
export interface FixPlan {
	readonly id: string;
	/** The plain setup, then that of this fix. */
	readonly setup: readonly LabFunction[];
	readonly provoke: LabFunction;
	/** The checks of the causes that name this fix. */
	readonly checks: readonly { readonly cause: string; readonly run: LabFunction }[];
	/** Nothing where the fix is to run something else: then the retry is all of it. */
	readonly fix: LabFunction | undefined;
	/** What must succeed in the end: the retry of this fix, or what failed before. */
	readonly retry: LabFunction;
}

function findFunction(lab: Lab, kind: LabFunction['kind'], id?: string): LabFunction | undefined {
	return lab.functions.find((candidate) => candidate.kind === kind && candidate.id === id);
}

function planFix(lab: Lab, causes: readonly Cause[], id: string): FixPlan[] {
	const provoke = findFunction(lab, 'provoke', id) ?? findFunction(lab, 'provoke');
	const fix = findFunction(lab, 'fix', id);
	const retry = findFunction(lab, 'retry', id);
	if (!provoke || !(fix ?? retry)) return [];
	const setup = [findFunction(lab, 'setup'), findFunction(lab, 'setup', id)];
	const checks = causes
		.filter(({ fixes }) => fixes.includes(id))
		.flatMap((cause) => {
			const run = findFunction(lab, 'check', cause.id);
			return run ? [{ cause: cause.id, run }] : [];
		});
	return [
		{
			id,
			setup: setup.filter((found) => found !== undefined),
			provoke,
			checks,
			fix,
			retry: retry ?? provoke,
		},
	];
}

/** The fixes that the lab proves, in the order of the guide. What the guide does not know is left out. */
export function planFixes(lab: Lab, guide: Pick<Guide, 'causes' | 'fixes'>): readonly FixPlan[] {
	return guide.fixes.flatMap(({ id }) => planFix(lab, guide.causes, id));
}
