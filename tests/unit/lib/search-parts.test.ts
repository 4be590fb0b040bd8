import { expect, test } from 'vitest';
import { searchPartPaths } from '#lib/search-parts.ts';

test.each([
	[0, ['/pagefind/']],
	[72, ['/pagefind/']],
	[5000, ['/pagefind/']],
	[5001, ['/pagefind/', '/pagefind/part-2/']],
	[15_001, ['/pagefind/', '/pagefind/part-2/', '/pagefind/part-3/', '/pagefind/part-4/']],
])('%i guides', (guides, paths) => {
	expect(searchPartPaths(guides)).toEqual(paths);
});
