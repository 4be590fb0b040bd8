import { expect, test } from 'vitest';
import { searchPartPaths } from '#lib/search-parts.ts';

test.each([
	[0, ['/pagefind/']],
	[72, ['/pagefind/']],
	[2500, ['/pagefind/']],
	[2501, ['/pagefind/', '/pagefind/part-2/']],
	[7501, ['/pagefind/', '/pagefind/part-2/', '/pagefind/part-3/', '/pagefind/part-4/']],
])('%i guides', (guides, paths) => {
	expect(searchPartPaths(guides)).toEqual(paths);
});
