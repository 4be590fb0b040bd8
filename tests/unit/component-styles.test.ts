import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('a component styles its own markup: its styles have a scope and are in a layer', () => {
	const files = globSync('src/{components,layouts,pages}/**/*.astro');
	const faults = files.flatMap((file) => {
		const blocks = [...readFileSync(file, 'utf8').matchAll(/<style([^>]*)>\s*(\S+ \S+)/g)];
		return blocks
			.filter(([, attributes, start]) => attributes !== '' || start !== '@layer components')
			.map(([block]) => `${file}: ${block}`);
	});

	// The order of the layers comes before all styles.
	expect(faults).toEqual(['src/layouts/Base.astro: <style is:inline>\n\t\t\t@layer reset,']);
});
