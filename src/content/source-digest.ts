import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * A digest of files with their names, and of the version of Node.js that runs them, by which what they made is known
 * again. `patterns` are as `globSync` takes them, below the folder.
 */
export function digestSource(folder: string, patterns: readonly string[]): string {
	const paths = globSync(patterns, { cwd: folder, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/'));
	const hash = createHash('sha1').update(process.version);
	for (const path of paths.sort())
		hash.update(`\0${path}\0`).update(readFileSync(join(folder, path)));
	return hash.digest('base64url');
}
