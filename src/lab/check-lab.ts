import type { Diagnostic } from '#content/diagnostic.ts';
import { reporter } from '#content/draft.ts';
import type { Guide } from '#schema/guide.ts';
import type { Lab } from './lab-file.ts';
import { planFixes } from './plan.ts';

/** What is wrong between a lab and its guide. */
export function checkLab(lab: Lab, guide: Guide): readonly Diagnostic[] {
	const findings: Diagnostic[] = [];
	planFixes(lab, guide, reporter(lab.file, findings));
	return findings;
}
