import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { astroBuild, ownEnvironment } from '../project.ts';

/** Builds a copy of the project into its `dist`. */
export function build(project: string, environment: NodeJS.ProcessEnv = {}) {
	const { status, stdout, stderr } = spawnSync(process.execPath, astroBuild, {
		cwd: project,
		env: { ...ownEnvironment(), ...environment },
		encoding: 'utf8',
	});
	return { status, stdout, stderr };
}

/** Every file of the built site with the digest of its content. */
export function digestSite(project: string): Record<string, string> {
	const folder = join(project, 'dist');
	return Object.fromEntries(
		globSync('**/*', { cwd: folder, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name))
			.sort()
			.map((path) => [
				path.slice(folder.length),
				createHash('sha256').update(readFileSync(path)).digest('hex'),
			]),
	);
}
