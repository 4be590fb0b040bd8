import type { z } from 'zod';
import { toJsonSchema } from './json-schema.ts';
import { inlineCode } from './markup.ts';

/** One field as the authoring reference shows it. */
export interface Field {
	readonly name: string;
	readonly required: boolean;
	/** “text, 60–400 characters”, “one of: none, reversible, destructive”, … */
	readonly form: string;
	/** HTML. */
	readonly description: string;
}

/** The part of JSON Schema that our schemas produce. */
interface JsonSchema {
	readonly type?: string;
	readonly description?: string;
	readonly enum?: readonly string[];
	readonly format?: string;
	readonly minLength?: number;
	readonly maxLength?: number;
	readonly minItems?: number;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly items?: JsonSchema;
	readonly properties?: Readonly<Record<string, JsonSchema>>;
	readonly required?: readonly string[];
}

function range(least: number | undefined, most: number | undefined, unit: string): string {
	if (least !== undefined && most !== undefined) return `, ${least}–${most}${unit}`;
	if (least !== undefined) return `, at least ${least}${unit}`;
	return most === undefined ? '' : `, at most ${most}${unit}`;
}

function formOf(schema: JsonSchema): string {
	if (schema.enum) return `one of: ${schema.enum.join(', ')}`;
	switch (schema.type) {
		case 'string':
			if (schema.format === 'date') return 'a day, YYYY-MM-DD';
			if (schema.format === 'uri') return 'an https address';
			return `text${range(schema.minLength, schema.maxLength, ' characters')}`;
		case 'integer':
			return `a whole number${range(schema.minimum, schema.maximum, '')}`;
		case 'boolean':
			return 'true or false';
		case 'array': {
			const item = schema.items ? formOf(schema.items) : 'values';
			return `a list${range(schema.minItems, undefined, '')}, each ${item}`;
		}
		case 'object':
			return `{ ${Object.keys(schema.properties ?? {}).join(', ')} }`;
		default:
			return 'text';
	}
}

/** The fields of an object schema, from its own descriptions and limits, so that the reference cannot drift. */
export function fieldsOf(schema: z.ZodObject): readonly Field[] {
	const json = toJsonSchema(schema) as JsonSchema; // Of our own schemas, of which the interface above is the part in use.
	return Object.entries(json.properties ?? {}).flatMap(([name, field]) => [
		toField(name, field, json.required?.includes(name) ?? false),
		...Object.entries(field.items?.properties ?? {}).map(([inner, innerField]) =>
			toField(`${name}[].${inner}`, innerField, field.items?.required?.includes(inner) ?? false),
		),
	]);
}

function toField(name: string, schema: JsonSchema, required: boolean): Field {
	return {
		name,
		required,
		form: formOf(schema),
		description: inlineCode(schema.description ?? ''),
	};
}
