import { z } from 'zod';

/*
 * Our schemas as JSON Schema, for the authoring reference and for editors. These show our messages, where they know the
 * keywords of VS Code for that, and read a day of YAML as text.
 */

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What a schema or one of its checks says of a wrong value; nothing where it leaves that to Zod. */
function messageOf(error: z.core.$ZodErrorMap<never> | undefined): string | undefined {
	const message = error?.({} as never); // Ours say the same whatever is wrong.
	return typeof message === 'string' ? message : message?.message;
}

export function toJsonSchema(schema: z.ZodType): JsonSchema {
	return z.toJSONSchema(schema, {
		io: 'input',
		target: 'draft-7',
		unrepresentable: 'any',
		override: ({ zodSchema, jsonSchema }) => {
			const { type, error, checks = [] } = zodSchema._zod.def;
			if (type === 'date') Object.assign(jsonSchema, { type: 'string', format: 'date' });
			const errorMessage = messageOf(error);
			if (errorMessage !== undefined) Object.assign(jsonSchema, { errorMessage });
			const patterns = checks.filter(({ _zod: { def } }) => def.check === 'string_format');
			for (const [index, { _zod }] of patterns.entries()) {
				// Of several patterns, each has a schema of its own.
				const holder = jsonSchema.allOf?.[index] ?? jsonSchema;
				const patternErrorMessage = messageOf(_zod.def.error);
				if (patternErrorMessage !== undefined) Object.assign(holder, { patternErrorMessage });
			}
		},
	});
}
