import { risks } from '#schema/guide.ts';
import { hasRefused, type Draft, type FixPart, type Report } from '../draft.ts';
import { placeOf } from '../source.ts';

function checkSteps(fix: FixPart, complete: boolean, report: Report): void {
	const lists = fix.children.filter((node) => node.type === 'list' && node.ordered);
	if (lists.length === 1) return;
	const [, second] = lists;
	if (second) {
		report(
			'fix/steps',
			placeOf(second),
			'This is a second ordered list in one fix.',
			'Join the two, or make two fixes. A list often starts over because the code of a step is not indented.',
		);
		return;
	}
	if (!complete) return;
	report(
		'fix/steps',
		fix.place,
		'The fix has no ordered list of steps.',
		'Write its steps as 1., 2., 3., even if there is only one.',
	);
}

function checkVerify(fix: FixPart, complete: boolean, report: Report): void {
	const verifies = fix.parts.filter(({ name }) => name === 'Verify');
	if (verifies.length === 0 && complete) {
		report(
			'fix/verify',
			fix.place,
			'The fix has no <Verify>.',
			'Say how to see that it worked: a command and what it prints.',
		);
	}
	const [, second] = verifies;
	if (second)
		report('fix/verify', second.place, 'This is a second <Verify> in one fix.', 'Join the two.');
}

function checkUndo(fix: FixPart, complete: boolean, report: Report): void {
	if (!fix.attributes) return;
	const { risk, loses } = fix.attributes;
	const undos = fix.parts.filter(({ name }) => name === 'Undo');
	const [first, second] = undos;
	if (risk === 'reversible' && !first && complete) {
		report(
			'fix/undo',
			fix.place,
			'The fix is reversible, and it has no <Undo>.',
			'Say how to undo it.',
		);
	}
	if (risk === 'destructive' && first) {
		report(
			'fix/undo',
			first.place,
			'The fix is destructive, and it has an <Undo>.',
			'If it can be undone, its risk is "reversible"; otherwise remove <Undo>.',
		);
	} else if (second) {
		report('fix/undo', second.place, 'This is a second <Undo> in one fix.', 'Join the two.');
	}
	if (risk === 'destructive' && !loses) {
		report(
			'fix/loses',
			fix.place,
			'The fix is destructive, and it does not say what is lost.',
			'Add loses="…" in plain words.',
		);
	}
	if (risk !== 'destructive' && loses) {
		report(
			'fix/loses',
			fix.placeOfAttribute('loses'),
			`loses is given, and the risk is "${risk}".`,
			'Remove it, or make the risk "destructive".',
		);
	}
}

function checkOrder(fixes: readonly FixPart[], report: Report): void {
	for (const advanced of [false, true]) {
		const group = fixes.filter(({ attributes }) => attributes?.advanced === advanced);
		const riskOf = (fix: FixPart) => risks.indexOf(fix.attributes?.risk ?? 'none');
		const early = group.find((fix, index) =>
			group.slice(index + 1).some((later) => riskOf(later) < riskOf(fix)),
		);
		if (!early) continue;
		report(
			'fix/order',
			early.place,
			`This fix has the risk "${early.attributes?.risk}", and a fix with less risk comes after it.`,
			'Move it after the fixes with less risk.',
		);
	}
}

/** What a fix must hold, and in which order fixes stand. */
export function fixContent(draft: Draft, report: Report): void {
	for (const fix of draft.fixes) {
		const complete = !hasRefused(draft, fix.children);
		checkSteps(fix, complete, report);
		checkVerify(fix, complete, report);
		checkUndo(fix, complete, report);
	}
	checkOrder(draft.fixes, report);
}
