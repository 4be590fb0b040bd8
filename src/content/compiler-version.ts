import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What decides how a guide is compiled: the compiler, and the settings that its links depend on. */
const sources = ['src/content/**/*.ts', 'src/lib/*.ts', 'src/schema/*.ts', 'src/settings.*'];

/**
 * A digest of the compiler's own source, so that a guide cached by another version is parsed again. Nobody has to
 * remember to count a version up.
 */
export function compilerVersion(root: string): string {
	const hash = createHash('sha1').update(process.version);
	for (const path of globSync(sources, { cwd: root }).sort())
		hash.update(`\0${path.replaceAll('\\', '/')}\0`).update(readFileSync(join(root, path)));
	return hash.digest('base64url');
}
