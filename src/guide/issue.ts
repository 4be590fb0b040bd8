import type { z } from 'zod';
import { nearest } from '#lib/nearest.ts';

type Issue = z.core.$ZodIssue;

/** What an author is told: the offence, and one action. `key` is set when the offence is a key that does not belong. */
export interface Explanation {
	readonly path: readonly PropertyKey[];
	readonly key?: string;
	readonly missing: boolean;
	readonly message: string;
	readonly fix: string;
}

/** The field at a path of an object schema, for its description and its keys. */
function fieldAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | undefined {
	let current: z.core.$ZodType | undefined = schema;
	for (const step of path) {
		current = unwrap(current);
		const def: z.core.$ZodTypeDef | undefined = current?._zod.def;
		if (def?.type === 'object') current = objectShape(current)?.[String(step)];
		else if (def?.type === 'array') current = arrayElement(current);
		else return undefined;
	}
	return current;
}

function unwrap(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
	let current = schema;
	while (current && 'innerType' in current._zod.def) {
		// Optional, default and their like keep the schema they wrap in `innerType`; Zod has no common type for them.
		current = current._zod.def.innerType as z.core.$ZodType;
	}
	return current;
}

function objectShape(schema: z.core.$ZodType | undefined): Record<string, z.core.$ZodType> | undefined {
	const inner = unwrap(schema);
	// `def.type` has told that this is an object schema.
	return inner?._zod.def.type === 'object' ? (inner as z.core.$ZodObject)._zod.def.shape : undefined;
}

function arrayElement(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
	const inner = unwrap(schema);
	// `def.type` has told that this is an array schema.
	return inner?._zod.def.type === 'array' ? (inner as z.core.$ZodArray)._zod.def.element : undefined;
}

export function describe(schema: z.core.$ZodType, path: readonly PropertyKey[]): string | undefined {
	let current = fieldAt(schema, path);
	while (current) {
		// Every classic Zod schema has a description; the core type does not say so.
		const { description } = current as z.ZodType;
		if (description) return description;
		current = 'innerType' in current._zod.def ? (current._zod.def.innerType as z.core.$ZodType) : undefined;
	}
	return undefined;
}

function show(value: unknown): string {
	if (value instanceof Date) return Number.isNaN(value.valueOf()) ? 'a day that does not exist' : value.toISOString().slice(0, 10);
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function kindOf(value: unknown): string {
	if (value === null) return 'empty';
	if (Array.isArray(value)) return 'a list';
	if (value instanceof Date) return 'a date';
	if (typeof value === 'object') return 'a group of keys';
	return { string: 'text', number: 'a number', boolean: 'true or false' }[String(typeof value)] ?? typeof value;
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
	let text = '';
	for (const step of path) {
		if (typeof step === 'number') text += `[${step + 1}]`;
		else text += text ? `.${String(step)}` : String(step);
	}
	return text || 'the file';
}

function asSentence(description: string): string {
	return description.replace(/`/g, '');
}

function explainOne(issue: Issue, data: unknown, schema: z.core.$ZodType): Explanation[] {
	const { path } = issue;
	const field = label(path);
	const value = valueAt(data, path);
	const hint = describe(schema, path);
	const missing = value === undefined && path.length > 0;
	const base = { path, missing };
	const write = hint ? `${field}: ${asSentence(hint)}` : `Correct ${field}.`;

	if (issue.code === 'unrecognized_keys') {
		const known = Object.keys(objectShape(fieldAt(schema, path)) ?? {});
		return issue.keys.map((key) => {
			const suggestion = nearest(key, known);
			const fix = suggestion
				? `Did you mean "${suggestion}"?`
				: `Remove it. Allowed: ${known.join(', ') || 'nothing'}.`;
			return { ...base, key, missing: false, message: `Unknown key "${key}".`, fix };
		});
	}
	if (missing) return [{ ...base, message: `"${field}" is missing.`, fix: `Add ${write}` }];
	if (issue.code === 'invalid_value') {
		const allowed = issue.values.map(String);
		const suggestion = typeof value === 'string' ? nearest(value, allowed) : undefined;
		return [
			{
				...base,
				message: `${field} is ${show(value)}, and it must be one of: ${allowed.join(', ')}.`,
				fix: suggestion ? `Did you mean "${suggestion}"?` : 'Choose one of them.',
			},
		];
	}
	if (issue.code === 'invalid_type') {
		const expected = expectedKinds[issue.expected];
		const message = expected
			? `${field} is ${kindOf(value)}, and it must be ${expected}.`
			: `${field} is ${show(value)}.`;
		const custom = /^must /.test(issue.message) ? `${field} ${issue.message}.` : message;
		return [{ ...base, message: custom, fix: write }];
	}
	if (issue.code === 'too_small' || issue.code === 'too_big') {
		const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum;
		const side = issue.code === 'too_small' ? 'at least' : 'at most';
		const [has, unit] =
			issue.origin === 'string'
				? [String(value).length, limit === 1 ? 'character' : 'characters']
				: issue.origin === 'array'
					? [Array.isArray(value) ? value.length : 0, limit === 1 ? 'entry' : 'entries']
					: [show(value), ''];
		const demand = `it must have ${side} ${limit} ${unit}`;
		const message =
			unit === '' ? `${field} is ${has}, and it must be ${side} ${limit}.` : `${field} has ${has}, and ${demand}.`;
		return [{ ...base, message, fix: write }];
	}
	if (issue.code === 'invalid_format' || issue.code === 'custom') {
		const demand = /^must /.test(issue.message) ? issue.message : 'has the wrong form';
		return [{ ...base, message: `${field} is ${show(value)}, and it ${demand}.`, fix: write }];
	}
	return [{ ...base, message: `${field} is ${show(value)}.`, fix: write }];
}

/** Zod's issues in an author's words: one explanation for each mistake, the first where one value has several. */
export function explain(error: z.core.$ZodError, data: unknown, schema: z.core.$ZodType): Explanation[] {
	const seen = new Set<string>();
	return error.issues
		.flatMap((issue) => explainOne(issue, data, schema))
		.filter((explanation) => {
			const where = JSON.stringify([explanation.path, explanation.key]);
			if (seen.has(where)) return false;
			seen.add(where);
			return true;
		});
}
