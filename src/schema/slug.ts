import { z } from 'zod';

/** What a file, a fix or a category may be called, because it becomes part of an address that never changes. */
export const slug = z
	.string()
	.max(80)
	.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
		error: 'must be lower-case letters, digits and single hyphens, such as "err-module-not-found"',
	});
