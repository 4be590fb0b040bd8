import { nearest } from '#lib/nearest.ts';
import { pageAnchors } from '../anchors.ts';
import { hasRefused, type CausePart, type Draft, type FixPart, type Report } from '../draft.ts';

function checkChecks(draft: Draft, report: Report): void {
	for (const cause of draft.causes) {
		if (cause.parts.some(({ name }) => name === 'Check')) continue;
		if (hasRefused(draft, cause.children)) continue;
		report(
			'cause/missing-check',
			cause.place,
			'This cause has no <Check>.',
			'Say how to see that it is this one: a command and what it prints, or where to look.',
		);
	}
}

/** What already has this anchor, where a fix wants it. */
function ownerOf(id: string, fixes: readonly string[]): string | undefined {
	if (fixes.includes(id)) return `There is another fix with the id "${id}".`;
	const reserved: readonly string[] = pageAnchors;
	if (reserved.includes(id)) {
		return `The id "${id}" belongs to a part of every guide page.`;
	}
	const step = fixes.find(
		(fix) => id.startsWith(`${fix}-`) && /^\d+$/.test(id.slice(fix.length + 1)),
	);
	return step && `The id "${id}" belongs to a part of the fix "${step}".`;
}

function checkIds(fixes: readonly FixPart[], report: Report): boolean {
	const ids: string[] = [];
	let unique = true;
	for (const fix of fixes) {
		const id = fix.attributes?.id ?? '';
		const message = ownerOf(id, ids);
		ids.push(id);
		if (!message) continue;
		unique = false;
		report(
			'fix/duplicate-id',
			fix.placeOfAttribute('id'),
			message,
			'Give the fix an id of its own.',
		);
	}
	return unique;
}

function checkNames(causes: readonly CausePart[], fixes: readonly FixPart[], report: Report): void {
	const ids = new Set(fixes.map(({ attributes }) => attributes?.id ?? ''));
	const named = new Set<string>();
	let unknown = false;
	for (const cause of causes) {
		for (const id of cause.attributes?.fixes.split(' ') ?? []) {
			named.add(id);
			if (ids.has(id)) continue;
			unknown = true;
			const suggestion = nearest(id, ids);
			report(
				'cause/unknown-fix',
				cause.placeOfAttribute('fixes'),
				`fixes contains "${id}", and no <Fix> in this guide has that id.`,
				suggestion ? `Did you mean "${suggestion}"?` : `The fixes are: ${[...ids].join(', ')}.`,
			);
		}
	}
	// A fix that nobody names is then the one that was meant.
	if (unknown) return;
	for (const fix of fixes) {
		const id = fix.attributes?.id ?? '';
		if (named.has(id)) continue;
		report(
			'fix/unused',
			fix.place,
			`No cause refers to the fix "${id}".`,
			'Add it to the fixes of the cause that it removes.',
		);
	}
}

/** Causes and fixes name each other: a check for each cause, a fix for each name, a cause for each fix. */
export function causeLinks(draft: Draft, report: Report): void {
	const { causes, fixes } = draft;
	checkChecks(draft, report);
	// Where an id or a list of fixes could not be read, that is the finding; what follows from it is not.
	if (fixes.some(({ attributes }) => !attributes) || causes.some(({ attributes }) => !attributes))
		return;
	const unique = checkIds(fixes, report);
	if (!unique || draft.lacksSections || causes.length === 0 || fixes.length === 0) return;
	checkNames(causes, fixes, report);
}
