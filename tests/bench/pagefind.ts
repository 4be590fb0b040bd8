import { globSync } from 'node:fs';
import { join } from 'node:path';

const packages = join(import.meta.dirname, '../../node_modules/@pagefind');

/** Indexes a site as Pagefind's own documentation does, but without the wrapper, which would cost a start of Node.js. */
export function pagefindCommand(site: string, ...options: readonly string[]): readonly string[] {
	const [program] = globSync('*/bin/pagefind_extended{,.exe}', { cwd: packages });
	if (!program) throw new Error(`There is no Pagefind in ${packages}.`);
	return [join(packages, program), '--site', site, '--quiet', ...options];
}
