import { findTemplate, type MessageTemplate } from '#finder/messages.ts';
import { literalsOf, placeholderPattern, placeholdersIn } from '#lib/placeholder.ts';
import { proofRoom, shorten } from '#lib/transcript.ts';
import type { LabRun, Run, Where } from '#schema/proof.ts';
import { formatExpectation, isAsSaid, showsText, type Outcome } from './expectation.ts';
import type { Action, FixPlan } from './plan.ts';
import type { Sandbox, Step } from './sandbox.ts';
import type { LabFunction } from './shell-function.ts';
import { asShown, replaceProcessId, standIn } from './stand-ins.ts';

/** What went another way, what was wanted, and what came. */
export interface Surprise {
	readonly step: string;
	readonly wanted: string;
	readonly came: string;
	readonly output: string;
}

export class UnexpectedStep extends Error {
	readonly surprise: Surprise;

	constructor(surprise: Surprise) {
		super(surprise.wanted);
		this.surprise = surprise;
	}
}

export interface Template {
	readonly message: string;
	readonly template: MessageTemplate;
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

function endOf({ status, failures }: Outcome): string {
	if (status === 'timeout') return 'it was stopped at the time limit';
	if (status === 'lost') return 'its shell ended';
	return failures[0] === undefined
		? `exit code ${status}`
		: `exit code ${status}, and this failed: ${failures[0]}`;
}

/** A part of a guide, in the words of a failure. */
export function formatWhere(where: Where): string {
	if (where.part === 'check') return `the check of ${where.cause}`;
	return where.part === 'verify' ? 'the verify' : `step ${where.number}`;
}

function stable(output: string): string {
	return shorten(standIn(output), proofRoom);
}

interface Filled {
	readonly text: string;
	readonly values: ReadonlyMap<string, string>;
}

/** One sandbox in which a fix is played: by the lab, and by a reader who follows the page. */
export class Play {
	readonly sandbox: Sandbox;
	readonly #plan: FixPlan;
	readonly #templates: readonly Template[];

	constructor(sandbox: Sandbox, plan: FixPlan, templates: readonly Template[]) {
		this.sandbox = sandbox;
		this.#plan = plan;
		this.#templates = templates;
	}

	#fail(step: string, wanted: string, outcome: Outcome): never {
		const message = findMessage(this.#templates, outcome.output);
		const end = endOf(outcome);
		const came = message ? `${end}, with the message "${message}"` : end;
		throw new UnexpectedStep({ step, wanted, came, output: standIn(outcome.output) });
	}

	async setUp(): Promise<void> {
		const names = this.#plan.setup.map(({ name }) => name);
		const step = await this.sandbox.setUp(names);
		if (step.status !== 0) this.#fail(names.join(', ') || 'the start', 'exit code 0', step);
	}

	/** Runs what must fail with one of the messages of the guide, which it returns. */
	async expectMessage(
		by: LabFunction,
		when: string,
	): Promise<{ readonly run: LabRun; readonly message: string; readonly outcome: Outcome }> {
		const step = await this.sandbox.run(by.name);
		const message = findMessage(this.#templates, step.output);
		if (typeof step.status !== 'number' || step.status === 0 || message === undefined) {
			const list = this.#templates.map((template) => `\n  ${template.message}`).join('');
			const wanted = `an exit code other than 0, and one of the messages of the guide:${list}`;
			this.#fail(`${by.name} ${when}`, wanted, step);
		}
		return { run: { commands: by.commands, output: stable(step.output) }, message, outcome: step };
	}

	async expectSuccess(by: LabFunction): Promise<LabRun> {
		const step = await this.sandbox.run(by.name);
		if (step.status !== 0 || findMessage(this.#templates, step.output) !== undefined)
			this.#fail(`${by.name} after the fix`, 'exit code 0, and no message of the guide', step);
		return { commands: by.commands, output: stable(step.output) };
	}

	/** What the check says about the message must hold for what was provoked. */
	expectAboutMessage(outcome: Outcome): void {
		const shown = { ...outcome, output: asShown(outcome.output) };
		for (const says of this.#plan.aboutMessage) {
			if (isAsSaid(says, shown)) continue;
			const where = formatWhere({ part: 'check', cause: this.#plan.cause });
			this.#fail(where, `of the message, ${formatExpectation(says)}`, outcome);
		}
	}

	/** The text of a block with its placeholders filled, as they are at this moment. */
	async #fill(action: Action): Promise<Filled> {
		const { block, where } = action;
		const needed = placeholdersIn(block.text);
		const said = placeholdersIn(JSON.stringify(block.says ?? ''));
		const names = new Map([...needed, ...said].map((name) => [name, name.replace(/[ -]/g, '_')]));
		if (names.size === 0) return { text: block.text, values: new Map() };
		const functions = this.#plan.values.map(({ name }) => name);
		const { step, values: known } = await this.sandbox.readValues(functions, [...names.values()]);
		if (step.status !== 0)
			this.#fail(`${functions.join(', ')} for ${formatWhere(where)}`, 'exit code 0', step);
		const values = new Map<string, string>();
		for (const [name, variable] of names) {
			const value = known.get(variable);
			if (value === undefined && needed.includes(name)) {
				const wanted = `a value for <${name}>: set ${variable} in the function values`;
				this.#fail(formatWhere(where), wanted, { status: 0, output: '', failures: [] });
			}
			if (value !== undefined) values.set(name, value);
		}
		const fill = (whole: string, name: string) => values.get(name) ?? whole;
		return { text: block.text.replace(placeholderPattern, fill), values };
	}

	async #act({ by, where, block }: Action, text: string): Promise<Step> {
		if (by === undefined) return this.sandbox.read(text);
		const step = await this.sandbox.run(by.name, text && `${text}\n`);
		if (by.kind === 'edit' && step.status !== 0) this.#fail(by.name, 'exit code 0', step);
		// What a console prints last tells nothing about what came before.
		const failures = by.kind === 'console' && step.status !== 0 ? [block.text] : [];
		return { ...step, failures: where.part === 'step' ? failures : [] };
	}

	#expectCorrected(where: Where, text: string, outcome: Outcome): void {
		const { prints } = this.#plan.corrected ?? {};
		const isGone = findMessage(this.#templates, outcome.output) === undefined;
		if (isGone && (prints === undefined || showsText(prints, outcome.output))) return;
		const wanted = prints === undefined ? '' : `"${prints}" and `;
		this.#fail(`${formatWhere(where)}:\n${text}`, `${wanted}no message of the guide`, outcome);
	}

	/** Does what the page says, and looks whether it does what the page says it does. */
	async play(action: Action): Promise<Run | undefined> {
		const { where, block } = action;
		const { text, values } = await this.#fill(action);
		const step = await this.#act(action, text);
		const shown = { ...step, output: asShown(step.output) };
		const says = block.says && withValues(block.says, values);
		if (!isAsSaid(says, shown))
			this.#fail(`${formatWhere(where)}:\n${text}`, formatExpectation(says), step);
		if (where.part === 'step' && where.number === this.#plan.corrected?.step)
			this.#expectCorrected(where, text, shown);
		if (block.text === '') return undefined;
		return toRun(action, values, step.output);
	}
}

type Says = NonNullable<Action['block']['says']>;

function withValues(says: Says, values: ReadonlyMap<string, string>): Says {
	const fill = (text: string) =>
		text.replace(placeholderPattern, (whole, name: string) => values.get(name) ?? whole);
	if ('text' in says) return { ...says, text: fill(says.text) };
	return 'texts' in says ? { ...says, texts: says.texts.map(fill) } : says;
}

function toRun(
	{ where, block, varies }: Action,
	values: ReadonlyMap<string, string>,
	output: string,
): Run {
	const { language, text } = block;
	let steady = stable(output);
	const shown: Record<string, string> = {};
	for (const name of placeholdersIn(text)) {
		const value = values.get(name) ?? '';
		const isProcess = /\bpid\b/.test(name) && /^\d+$/.test(value);
		if (isProcess) steady = replaceProcessId(steady, value);
		shown[name] = isProcess ? '1234' : standIn(value);
	}
	const run = { where, language, text, values: shown };
	return varies === undefined ? { ...run, output: steady } : { ...run, output: '', varies };
}
