import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** The site before an edit of a file, after it on the cache of the build before, and after it from nothing. */
export function buildEdited(project: string, file: string, edit: (text: string) => string) {
	const before = digestSite(project);
	const path = join(project, file);
	const text = readFileSync(path, 'utf8');
	writeFileSync(path, edit(text));
	const { status, stderr } = build(project);
	const warm = digestSite(project);
	rmSync(join(project, '.cache'), { recursive: true });
	build(project);
	writeFileSync(path, text);
	return { status, stderr, before, warm, clean: digestSite(project) };
}
