import { guideFile } from '#content/content-file.ts';
import type { Diagnostic } from '#content/diagnostic.ts';
import { reporter, type Report } from '#content/draft.ts';
import { nearest } from '#lib/nearest.ts';
import type { Guide } from '#schema/guide.ts';
import type { Lab } from './lab-file.ts';
import { planFixes } from './plan.ts';

const start = { line: 1, column: 1 };

function checkIds(lab: Lab, guide: Guide, report: Report): void {
	const fixes = guide.fixes.map(({ id }) => id);
	const causes = guide.causes.map(({ id }) => id);
	for (const { name, kind, id, idPlace } of lab.functions) {
		if (id === undefined) continue;
		const [code, known, noun] =
			kind === 'check'
				? (['lab/unknown-cause', causes, 'cause'] as const)
				: (['lab/unknown-fix', fixes, 'fix'] as const);
		if (known.includes(id)) continue;
		const suggestion = nearest(id, known);
		report(
			code,
			idPlace,
			`${name}: ${guideFile(guide.id)} has no ${noun} "${id}".`,
			suggestion
				? `Did you mean "${suggestion}"?`
				: `Its ${noun === 'fix' ? 'fixes' : 'causes'} are: ${known.join(', ')}.`,
		);
	}
}

/** Whether a function that names a fix or a cause of the guide is run when the guide's fixes are proven. */
function checkUse(lab: Lab, guide: Guide, report: Report): void {
	const plans = planFixes(lab, guide);
	const used = new Set(
		plans.flatMap(({ setup, provoke, checks, fix, retry }) => [
			...setup,
			provoke,
			...(fix ? [fix] : []),
			retry,
			...checks.map(({ run }) => run),
		]),
	);
	for (const shellFunction of lab.functions) {
		const { name, kind, id, place } = shellFunction;
		const known = [...guide.fixes, ...guide.causes].some((part) => part.id === id);
		if (used.has(shellFunction) || (id !== undefined && !known)) continue;
		// That there is no fix, or nothing to provoke, is a finding of its own.
		if (kind === 'fix' || kind === 'retry' || plans.length === 0) continue;
		const why =
			kind === 'check'
				? 'No fix that the lab proves belongs to this cause.'
				: id === undefined
					? 'Each fix has one of its own.'
					: `There is neither fix:${id} nor retry:${id}.`;
		report(
			'lab/unused-function',
			place,
			`${name} is never run.`,
			`${why} Remove it, or add the fix.`,
		);
	}
}

/** What is wrong between a lab and its guide. */
export function checkLab(lab: Lab, guide: Guide): readonly Diagnostic[] {
	const findings: Diagnostic[] = [];
	const report = reporter(lab.file, findings);
	const fixes = lab.functions.filter(({ kind }) => kind === 'fix' || kind === 'retry');
	const provokes = new Set(
		lab.functions.filter(({ kind }) => kind === 'provoke').map(({ id }) => id),
	);
	const bare = fixes.find(({ id }) => !provokes.has(id) && !provokes.has(undefined));
	if (bare || (fixes.length === 0 && provokes.size === 0)) {
		report(
			'lab/missing-provoke',
			bare?.place ?? start,
			bare ? `Nothing provokes the error for ${bare.name}.` : 'Nothing provokes the error.',
			'Write a function provoke that fails with one of the messages of the guide.',
		);
	}
	if (fixes.length === 0) {
		report(
			'lab/missing-fix',
			start,
			'The lab has no fix to prove.',
			`Write a function fix:<id>, or retry:<id>, for a fix of the guide: ${guide.fixes.map(({ id }) => id).join(', ')}.`,
		);
	}
	checkIds(lab, guide, report);
	checkUse(lab, guide, report);
	return findings;
}
