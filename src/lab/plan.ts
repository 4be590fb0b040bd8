import type { Report } from '#content/draft.ts';
import { isForLinux } from '#lib/linux.ts';
import type { Block, Cause, Expectation, Fix, Fragment, Guide } from '#schema/guide.ts';
import { languages, isLanguage } from '#schema/language.ts';
import type { Skipped, Where } from '#schema/proof.ts';
import type { Lab } from './lab-file.ts';
import type { Instead, Skip } from './lab-header.ts';
import type { FunctionKind, LabFunction } from './shell-function.ts';

/** One thing that the reader of a page does: types a command, gives it to a console, or edits. */
export interface Action {
	readonly where: Where;
	readonly block: Block;
	/** The function of the lab that takes the block in the place of a console or an editor. */
	readonly by: LabFunction | undefined;
	/** Why its output is not kept. */
	readonly varies?: string;
}

/** What is done to prove one fix, in this order. */
export interface FixPlan {
	readonly id: string;
	readonly cause: string;
	readonly setup: readonly LabFunction[];
	readonly provoke: LabFunction;
	/** What the check says about the message. */
	readonly aboutMessage: readonly Expectation[];
	readonly check: readonly Action[];
	readonly steps: readonly Action[];
	/** The step that is the corrected command; nothing where what failed must succeed afterwards. */
	readonly corrected: Instead | undefined;
	/** What must fail before the fix and without it, and succeed after it. */
	readonly retry: LabFunction;
	readonly verify: readonly Action[];
	/** Gives the placeholders their values. */
	readonly values: readonly LabFunction[];
	readonly skipped: readonly Skipped[];
}

/** What the machine of every lab is. */
const own = ['linux', 'debian', 'bash', 'npm'];

/** The places that a guide has for fixes and steps, as the words of findings. */
function listOf(noun: string, ids: readonly string[]): string {
	return `Its ${noun} are: ${ids.join(', ')}.`;
}

/** Plans the fixes of one lab, and reports what of the page is neither run nor skipped. */
class Planner {
	readonly #lab: Lab;
	readonly #guide: Guide;
	readonly #report: Report;
	readonly #usedTargets = new Set<Skip>();
	readonly #usedFunctions = new Set<LabFunction>();
	/** The causes whose checks are played, or whose skip is shown with a fix. */
	readonly #toldCauses = new Set<string>();

	constructor(lab: Lab, guide: Guide, report: Report) {
		this.#lab = lab;
		this.#guide = guide;
		this.#report = report;
	}

	plan(): readonly FixPlan[] {
		const proven = this.#provenFixes();
		const causeOf = new Map(
			proven.map(({ fix, cause }) => [
				fix.id,
				this.#guide.causes.find(({ id, fixes }) =>
					cause === undefined ? fixes.includes(fix.id) : id === cause,
				),
			]),
		);
		for (const cause of causeOf.values()) if (cause) this.#toldCauses.add(cause.id);
		const plans = proven.flatMap(({ fix, place }) => {
			const cause = causeOf.get(fix.id);
			return cause ? this.#planFix(fix, cause, place) : [];
		});
		// Where a fix is not understood, nothing can be said about what belongs to it.
		if (plans.length > 0 && plans.length === this.#lab.proves.length) this.#reportUnused();
		return plans;
	}

	#provenFixes() {
		const { proves } = this.#lab;
		const ids = this.#guide.fixes.map(({ id }) => id);
		for (const { fix, cause, place } of proves) {
			if (!ids.includes(fix)) {
				const message = `The guide has no fix "${fix}".`;
				this.#report('lab/unknown-fix', place, message, listOf('fixes', ids));
			}
			const causes = this.#guide.causes.filter(({ fixes }) => fixes.includes(fix));
			if (cause === undefined || causes.some(({ id }) => id === cause)) continue;
			const message = `No cause "${cause}" of the guide names the fix "${fix}".`;
			const known = causes.map(({ id }) => id);
			this.#report('lab/unknown-cause', place, message, listOf('causes', known));
		}
		if (proves.length === 0) {
			this.#report(
				'lab/missing-fix',
				{ line: 1, column: 1 },
				'The lab has no fix to prove.',
				`Write "# proves: <fix>" with a fix of the guide: ${ids.join(', ')}.`,
			);
		}
		return this.#guide.fixes.flatMap((fix) => {
			const line = proves.find((entry) => entry.fix === fix.id);
			return line ? [{ fix, cause: line.cause, place: line.place }] : [];
		});
	}

	#find(kind: FunctionKind, fix?: string, step?: number): LabFunction | undefined {
		const found = this.#lab.functions.find(
			(each) => each.kind === kind && each.fix === fix && each.step === step,
		);
		if (found) this.#usedFunctions.add(found);
		return found;
	}

	/** The function for all fixes, then that of this one. */
	#findBoth(kind: FunctionKind, fix: string): LabFunction[] {
		return [this.#find(kind), this.#find(kind, fix)].filter((found) => found !== undefined);
	}

	#planFix(fix: Fix, cause: Cause, place: Skip['place']): FixPlan[] {
		const { id } = fix;
		const provoke = this.#find('provoke', id) ?? this.#find('provoke');
		if (!provoke) {
			this.#report(
				'lab/missing-provoke',
				place,
				`Nothing provokes the error for "${id}".`,
				'Write a function provoke that fails with one of the messages of the guide.',
			);
			return [];
		}
		const skipped: Skipped[] = [];
		const chooser = { fix: id, place, skipped };
		const check = this.#planCheck(cause, chooser);
		for (const other of this.#guide.causes) {
			if (!other.fixes.includes(id) || this.#toldCauses.has(other.id)) continue;
			this.#toldCauses.add(other.id);
			this.#skipCheck(other, chooser);
		}
		const steps = fix.steps.flatMap((step, index) => this.#planStep(step, index + 1, chooser));
		const verify = this.#choose(fix.verify, { part: 'verify' }, chooser);
		if (verify.length === 0 && !skipped.some(({ where }) => where.part === 'verify')) {
			this.#report(
				'lab/verify',
				place,
				`The Verify of "${id}" has no command that a lab can run.`,
				'Write one on the page, such as "`app --version` prints `2.1`."',
			);
		}
		const instead = this.#lab.instead.find((entry) => entry.fix === id);
		return [
			{
				id,
				cause: cause.id,
				setup: this.#findBoth('setup', id),
				provoke,
				...check,
				steps,
				corrected: instead,
				retry: this.#find('retry', id) ?? provoke,
				verify,
				values: this.#findBoth('values', id),
				skipped,
			},
		];
	}

	#planCheck(
		cause: Cause,
		chooser: Chooser,
	): { readonly check: readonly Action[]; readonly aboutMessage: readonly Expectation[] } {
		const skip = this.#skipOf({ part: 'check', cause: cause.id }, chooser.fix, 1);
		if (skip?.block === undefined && skip) {
			this.#skipCheck(cause, chooser);
			return { check: [], aboutMessage: [] };
		}
		if (isInWords(cause)) this.#skipCheck(cause, chooser);
		return {
			check: cause.checks.flatMap((check) =>
				this.#choose(check, { part: 'check', cause: cause.id }, chooser),
			),
			aboutMessage: cause.checks.flatMap(({ aboutMessage }) => aboutMessage),
		};
	}

	/** Tells why a check is not run: it has nothing to run, or the lab says so. */
	#skipCheck(cause: Cause, { place, skipped, fix }: Chooser): void {
		const where: Where = { part: 'check', cause: cause.id };
		if (isInWords(cause)) {
			skipped.push({ where, text: '', reason: 'It tells in words what to look at.' });
			return;
		}
		const skip = this.#skipOf(where, fix, 1);
		if (!skip) {
			this.#reportUnsaid(place, `the check of "${cause.id}"`, `# skip check ${cause.id}`);
			return;
		}
		const texts = cause.checks.flatMap(({ blocks }) => blocks.filter(isForLinux).filter(isCommand));
		skipped.push(
			...(texts.length > 0 ? texts : [{ text: '' }]).map(({ text }) => ({
				where,
				text,
				reason: skip.reason,
			})),
		);
	}

	#planStep(step: Fragment, number: number, chooser: Chooser): Action[] {
		const edit = this.#find('edit', chooser.fix, number);
		const where: Where = { part: 'step', number };
		const actions = this.#choose(step, where, chooser);
		const source = step.blocks.find((block) => isForLinux(block) && !isCommand(block));
		if (!edit) {
			const inWords = !step.blocks.some((each) => isForLinux(each) && isCommand(each));
			const skip = inWords ? this.#skipOf(where, chooser.fix, 1) : undefined;
			if (skip) chooser.skipped.push({ where, text: '', reason: skip.reason });
			return actions;
		}
		const block = source ?? { language: 'text', text: '', variants: [] };
		const isBefore = (action: Action) =>
			source !== undefined && step.blocks.indexOf(action.block) < step.blocks.indexOf(source);
		return actions.toSpliced(actions.filter(isBefore).length, 0, { where, block, by: edit });
	}

	/** The actions for the commands of a part of the guide; those that are not run are skipped with a reason, or reported. */
	#choose(fragment: Fragment, where: Where, chooser: Chooser): Action[] {
		const commands = fragment.blocks.filter(isForLinux).filter(isCommand);
		return commands.flatMap((block, index): Action[] => {
			const { place, skipped, fix } = chooser;
			const skip = this.#skipOf(where, fix, index + 1) ?? this.#skipOfVariant(block);
			if (skip) {
				skipped.push({ where, text: block.text, reason: skip.reason });
				return [];
			}
			const [first = ''] = block.text.split('\n');
			const { variants } = block;
			const played = [...own, ...this.#lab.on.map(({ variant }) => variant)];
			if (variants.length > 0 && !variants.some((variant) => played.includes(variant))) {
				const advice = `# on: ${variants[0]}", or "# skip ${variants[0]}`;
				this.#reportUnsaid(place, `"${first}"`, advice);
				return [];
			}
			const varies = this.#findTarget(this.#lab.varying, where, fix, index + 1);
			const action = { where, block, ...(varies ? { varies: varies.reason } : {}) };
			if (block.language === 'sh') return [{ ...action, by: undefined }];
			const console = this.#find('console', fix) ?? this.#find('console');
			if (console) return [{ ...action, by: console }];
			this.#report(
				'lab/unsaid',
				place,
				`"${first}" is for a console, and the lab has none.`,
				'Write a function console that runs what it reads, such as "console() { psql service=shop; }".',
			);
			return [];
		});
	}

	#reportUnsaid(place: Skip['place'], what: string, line: string): void {
		this.#report(
			'lab/unsaid',
			place,
			`The lab neither runs ${what} nor says why not.`,
			`Write "${line}: <reason>" if it cannot run.`,
		);
	}

	#skipOf(where: Where, fix: string, block: number): Skip | undefined {
		return this.#findTarget(this.#lab.skips, where, fix, block);
	}

	#findTarget(lines: readonly Skip[], where: Where, fix: string, block: number): Skip | undefined {
		const found = lines.find(({ target, block: only }) => {
			if (only !== undefined && only !== block) return false;
			if (target.part === 'check') return where.part === 'check' && target.cause === where.cause;
			if (target.part === 'variant' || target.fix !== fix) return false;
			return target.part === 'step'
				? where.part === 'step' && target.step === where.number
				: where.part === 'verify';
		});
		if (found) this.#usedTargets.add(found);
		return found;
	}

	#skipOfVariant({ variants }: Block): Skip | undefined {
		const isOwn = variants.length === 0 || variants.some((variant) => own.includes(variant));
		const found = this.#lab.skips.find(
			({ target }) => !isOwn && target.part === 'variant' && variants.includes(target.variant),
		);
		if (found) this.#usedTargets.add(found);
		return found;
	}

	#reportUnused(): void {
		for (const skip of [...this.#lab.skips, ...this.#lab.varying]) {
			if (this.#usedTargets.has(skip)) continue;
			this.#report(
				'lab/unknown-part',
				skip.place,
				'The proven fixes have nothing that this line could be about.',
				'Name a block that they have, or remove the line.',
			);
		}
		for (const { fix, step, place } of this.#lab.instead) {
			const steps = this.#guide.fixes.find(({ id }) => id === fix)?.steps ?? [];
			if (this.#lab.proves.some((entry) => entry.fix === fix) && steps[step - 1]) continue;
			this.#report(
				'lab/unknown-part',
				place,
				`No proven fix "${fix}" has a step ${step}.`,
				'Name a fix after "# proves:", and one of its steps.',
			);
		}
		for (const shellFunction of this.#lab.functions) {
			const { name, place, fix, fixPlace } = shellFunction;
			if (this.#usedFunctions.has(shellFunction)) continue;
			const ids = this.#guide.fixes.map(({ id }) => id);
			if (fix !== undefined && !ids.includes(fix)) {
				const message = `${name}: the guide has no fix "${fix}".`;
				this.#report('lab/unknown-fix', fixPlace, message, listOf('fixes', ids));
				continue;
			}
			this.#report(
				'lab/unused-function',
				place,
				`${name} is never run.`,
				'Remove it, or name its fix after "# proves:".',
			);
		}
	}
}

interface Chooser {
	readonly fix: string;
	/** Where the lab names the fix. */
	readonly place: Skip['place'];
	/** Collects what is not run. */
	readonly skipped: Skipped[];
}

function isCommand({ language }: Block): boolean {
	return isLanguage(language) && languages[language].kind === 'command';
}

function isInWords({ checks }: Cause): boolean {
	return checks.every(
		({ blocks, aboutMessage }) =>
			aboutMessage.length === 0 && !blocks.some((block) => isForLinux(block) && isCommand(block)),
	);
}

/** The fixes that the lab proves, in the order of the guide. What is wrong between the two is reported. */
export function planFixes(lab: Lab, guide: Guide, report: Report): readonly FixPlan[] {
	return new Planner(lab, guide, report).plan();
}
