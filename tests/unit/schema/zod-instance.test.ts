import { z as astroZod } from 'astro/zod';
import { expect, test } from 'vitest';
import { z } from 'zod';

test('zod and astro/zod are one instance, so that schemas of either can be mixed', () => {
	expect(astroZod.ZodString).toBe(z.ZodString);
	expect(astroZod.string).toBe(z.string);
});
