import type { z } from 'zod';

/** The field at a path of an object schema, for its description and its keys. */
function fieldAt(
	schema: z.core.$ZodType,
	path: readonly PropertyKey[],
): z.core.$ZodType | undefined {
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

function objectShape(
	schema: z.core.$ZodType | undefined,
): Record<string, z.core.$ZodType> | undefined {
	const inner = unwrap(schema);
	// `def.type` has told that this is an object schema.
	return inner?._zod.def.type === 'object'
		? (inner as z.core.$ZodObject)._zod.def.shape
		: undefined;
}

function arrayElement(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
	const inner = unwrap(schema);
	// `def.type` has told that this is an array schema.
	return inner?._zod.def.type === 'array'
		? (inner as z.core.$ZodArray)._zod.def.element
		: undefined;
}

/** The description of a field, also where it is optional or has a default. */
export function describe(
	schema: z.core.$ZodType,
	path: readonly PropertyKey[],
): string | undefined {
	let current = fieldAt(schema, path);
	while (current) {
		// Every classic Zod schema has a description; the core type does not say so.
		const { description } = current as z.ZodType;
		if (description) return description;
		const { def } = current._zod;
		// As in `unwrap`.
		current = 'innerType' in def ? (def.innerType as z.core.$ZodType) : undefined;
	}
	return undefined;
}

/** The keys that an object schema at a path knows. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
	return Object.keys(objectShape(fieldAt(schema, path)) ?? {});
}
