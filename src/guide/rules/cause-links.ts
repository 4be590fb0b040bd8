import { nearest } from '#lib/nearest.ts';
import type { Draft, Report } from '../draft.ts';

/** Causes and fixes name each other: a check for each cause, a fix for each name, a cause for each fix. */
export function causeLinks({ causes, fixes }: Draft, report: Report): void {
	for (const cause of causes) {
		if (cause.parts.some(({ name }) => name === 'Check')) continue;
		report(
			'cause/missing-check',
			cause.place,
			'This cause has no <Check>.',
			'Say how to see that it is this one: a command and what it prints, or where to look.',
		);
	}
	// Where an id or a list of fixes could not be read, that is the finding; what follows from it is not.
	if (fixes.some(({ attributes }) => !attributes) || causes.some(({ attributes }) => !attributes)) return;

	const ids = new Set<string>();
	for (const fix of fixes) {
		const id = fix.attributes?.id ?? '';
		if (ids.has(id)) {
			report('fix/duplicate-id', fix.placeOfAttribute('id'), `There is another fix with the id "${id}".`, 'Give it an id of its own.');
		}
		ids.add(id);
	}
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
				`fixes names "${id}", and no <Fix> in this guide has that id.`,
				suggestion ? `Did you mean "${suggestion}"?` : `The fixes are: ${[...ids].join(', ') || 'none'}.`,
			);
		}
	}
	if (unknown || causes.length === 0) return;
	for (const fix of fixes) {
		const id = fix.attributes?.id ?? '';
		if (named.has(id)) continue;
		report('fix/unused', fix.place, `No cause names the fix "${id}".`, 'Name it in the fixes of the cause that it removes.');
	}
}
