import type { z } from 'zod';
import { nearest } from '#lib/nearest.ts';
import { describe, keysAt } from './schema-field.ts';

type Issue = z.core.$ZodIssue;

/** What an author is told: the offence, and one action. `key` is set when the offence is a key that does not belong. */
export interface Explanation {
	readonly path: readonly PropertyKey[];
	readonly key?: string;
	/** The known key that `key` is probably meant to be. */
	readonly suggestion?: string | undefined;
	readonly missing: boolean;
	readonly message: string;
	readonly fix: string;
}

/** What the schema describes: YAML has keys, a tag has attributes. */
export type Noun = 'key' | 'attribute';

function show(value: unknown): string {
	if (value instanceof Date)
		return Number.isNaN(value.valueOf())
			? 'a day that does not exist'
			: value.toISOString().slice(0, 10);
	// `undefined` and functions have no JSON, which the type of `stringify` does not say.
	const text = (JSON.stringify(value) as string | undefined) ?? String(value);
	return text.length > 80 ? `${text.slice(0, 76)}…${text.startsWith('"') ? '"' : ''}` : text;
}

function kindOf(value: unknown): string {
	if (value === null) return 'empty';
	if (Array.isArray(value)) return 'a list';
	if (value instanceof Date) return 'a date';
	if (typeof value === 'object') return 'a group of keys';
	return expectedKinds[typeof value] ?? typeof value;
}

const expectedKinds: Readonly<Record<string, string>> = {
	string: 'text',
	int: 'a whole number',
	number: 'a number',
	boolean: 'true or false',
	array: 'a list',
	object: 'a group of keys',
	date: 'a day',
};

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
	let value = data;
	for (const step of path) {
		if (value === null || typeof value !== 'object') return undefined;
		// The path comes from Zod, which walked this same value.
		value = (value as Record<PropertyKey, unknown>)[step];
	}
	return value;
}

function label(path: readonly PropertyKey[]): string {
	const [first, ...rest] = path;
	if (first === undefined) return 'The file';
	if (typeof first === 'number') {
		const entry = `entry ${first + 1}`;
		return rest.length === 0 ? entry : `${label(rest)} of ${entry}`;
	}
	const steps = rest.map((step) =>
		typeof step === 'number' ? `[${step + 1}]` : `.${String(step)}`,
	);
	return String(first) + steps.join('');
}

function asSentence(description: string): string {
	return description.replace(/`/g, '');
}

/** One action that turns the value into what is expected. */
function typeAdvice(
	field: string,
	value: unknown,
	expected: string,
	keys: readonly string[],
	hint: string,
): string {
	if (value === null) return `Write a value after the key, or remove the key. ${hint}`.trim();
	switch (expected) {
		case 'string':
			return typeof value === 'object' && !(value instanceof Date)
				? `Write one text. ${hint}`.trim()
				: 'Put it in quotes.';
		case 'number':
		case 'int':
			return `Write a whole number in braces: ${field}={5}.`;
		case 'boolean':
			return `Write ${field} alone, without a value, or leave it out.`;
		case 'array':
			return 'Write a list: each entry on a line of its own, after a hyphen.';
		case 'object':
			return `Write its keys: ${keys.join(', ')}.`;
		case 'date':
			return value instanceof Date
				? 'Write a day of the calendar.'
				: 'Write it like 2026-11-22, without quotes.';
		default:
			return `Correct it. ${hint}`.trim();
	}
}

function formatAdvice(value: unknown, format: string, hint: string): string {
	if (format === 'url') return 'Write the https address.';
	if (typeof value === 'string' && value.endsWith('\n')) {
		return 'Write ">-" after the key instead of ">" or "|": the hyphen drops the last line break.';
	}
	return `Correct it. ${hint}`.trim();
}

function explainLength(
	issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
	field: string,
	value: unknown,
	hint: string,
): Pick<Explanation, 'message' | 'fix'> {
	const small = issue.code === 'too_small';
	const limit = `${small ? 'at least' : 'at most'} ${small ? issue.minimum : issue.maximum}`;
	if (issue.origin !== 'string' && issue.origin !== 'array') {
		return {
			message: `${field} is ${show(value)}, and it must be ${limit}.`,
			fix: `Correct it. ${hint}`.trim(),
		};
	}
	const list = Array.isArray(value);
	const length = list ? value.length : String(value).length;
	const [one, many] = list ? ['entry', 'entries'] : ['character', 'characters'];
	return {
		message: `${field} has ${length} ${length === 1 ? one : many}, and it must have ${limit}.`,
		fix: `${small ? (list ? 'Add one.' : 'Write more.') : 'Shorten it.'} ${hint}`.trim(),
	};
}

/** An issue with what its explanation is made of. */
interface Context<OneIssue extends Issue = Issue> {
	readonly issue: OneIssue;
	readonly field: string;
	readonly value: unknown;
	/** What the schema says the field is for. */
	readonly hint: string;
	/** The keys that the schema knows at this place. */
	readonly keys: readonly string[];
}

type Words = Pick<Explanation, 'message' | 'fix'>;

/** What the schema asks for in its own words, where it has some. */
function demandOf({ message }: Issue, otherwise: string): string {
	return message.startsWith('must ') ? message : otherwise;
}

function explainType({
	issue,
	field,
	value,
	hint,
	keys,
}: Context<z.core.$ZodIssueInvalidType>): Words {
	const fix = typeAdvice(field, value, issue.expected, keys, hint);
	if (value instanceof Date && Number.isNaN(value.valueOf()))
		return { message: `${field} is ${show(value)}.`, fix };
	const expected = expectedKinds[issue.expected] ?? issue.expected;
	const isFraction = typeof value === 'number' && expected === 'a whole number';
	const what = isFraction ? show(value) : kindOf(value);
	return { message: `${field} is ${what}, and it ${demandOf(issue, `must be ${expected}`)}.`, fix };
}

function explainChoice({ issue, field, value }: Context<z.core.$ZodIssueInvalidValue>): Words {
	const allowed = issue.values.map(String);
	const suggestion = typeof value === 'string' ? nearest(value, allowed) : undefined;
	return {
		message: `${field} is ${show(value)}, and it must be one of: ${allowed.join(', ')}.`,
		fix: suggestion ? `Did you mean "${suggestion}"?` : 'Choose one of them.',
	};
}

function explainValue(context: Context): Words {
	const { issue, field, value, hint } = context;
	switch (issue.code) {
		case 'invalid_value':
			return explainChoice({ ...context, issue });
		case 'invalid_type':
			return explainType({ ...context, issue });
		case 'too_small':
		case 'too_big':
			return explainLength(issue, field, value, hint);
		case 'invalid_format':
		case 'custom':
			return {
				message: `${field} is ${show(value)}, and it ${demandOf(issue, 'has the wrong form')}.`,
				fix: formatAdvice(value, issue.code === 'invalid_format' ? issue.format : '', hint),
			};
		default:
			return { message: `${field} is ${show(value)}.`, fix: `Correct it. ${hint}`.trim() };
	}
}

function explainUnknownKey(
	key: string,
	known: readonly string[],
	noun: Noun,
): Words & Pick<Explanation, 'key' | 'suggestion'> {
	const suggestion = nearest(key, known);
	const fix = suggestion
		? `Did you mean "${suggestion}"?`
		: `Remove it. Allowed: ${known.join(', ') || 'nothing'}.`;
	return { key, suggestion, message: `Unknown ${noun} "${key}".`, fix };
}

function explainOne(
	issue: Issue,
	data: unknown,
	schema: z.core.$ZodType,
	noun: Noun,
): Explanation[] {
	const { path } = issue;
	const keys = keysAt(schema, path);
	if (issue.code === 'unrecognized_keys') {
		return issue.keys.map((key) => ({
			path,
			missing: false,
			...explainUnknownKey(key, keys, noun),
		}));
	}
	const field = label(path);
	const value = valueAt(data, path);
	const hint = asSentence(describe(schema, path) ?? '');
	if (value === undefined && path.length > 0) {
		const fix = `Add ${field}: ${hint}`;
		return [{ path, missing: true, message: `"${field}" is missing.`, fix }];
	}
	return [{ path, missing: false, ...explainValue({ issue, field, value, hint, keys }) }];
}

/**
 * Zod's issues in an author's words: one explanation for each mistake, the first where one value has several. A key
 * that is missing because it is misspelt is not reported a second time.
 */
export function explain(
	error: z.core.$ZodError,
	data: unknown,
	schema: z.core.$ZodType,
	noun: Noun = 'key',
): Explanation[] {
	const explanations = error.issues.flatMap((issue) => explainOne(issue, data, schema, noun));
	const meant = new Set(
		explanations
			.filter(({ suggestion }) => suggestion !== undefined)
			.map(({ path, suggestion }) => JSON.stringify([...path, suggestion])),
	);
	const seen = new Set<string>();
	return explanations.filter(({ path, key, missing }) => {
		if (missing && meant.has(JSON.stringify(path))) return false;
		const where = JSON.stringify([path, key]);
		if (seen.has(where)) return false;
		seen.add(where);
		return true;
	});
}
