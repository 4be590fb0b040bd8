import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import settings from '#settings.json' with { type: 'json' };

const root = join(import.meta.dirname, '..');

/** The arguments that have Node.js build the site of the folder it runs in. */
export const astroBuild = ['node_modules/astro/bin/astro.mjs', 'build', '--silent'] as const;

/** A copy of the project in a temporary folder, to build and to break; its packages are those of the project. */
export function copyProject(): string {
	const project = mkdtempSync(join(tmpdir(), 'error-fixer-hub-'));
	for (const name of [
		'src',
		'content',
		'public',
		'astro.config.mjs',
		'package.json',
		'tsconfig.json',
	]) {
		cpSync(join(root, name), join(project, name), { recursive: true });
	}
	symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'), 'junction');
	return project;
}

export function removeProject(project: string): void {
	rmSync(project, { recursive: true, force: true, maxRetries: 3 });
}

/** The environment without what Vitest adds to it, which Astro would take for its own. */
export function ownEnvironment(): NodeJS.ProcessEnv {
	const own = Object.entries(process.env).filter(
		([name]) => !/^(?:VITEST|NODE_ENV|MODE|DEV|PROD|SSR|TEST|BASE_URL)/.test(name),
	);
	return { ...Object.fromEntries(own), ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
}

/** Builds a site into a folder of its own, as whoever runs it would: by what differs from the settings of this one. */
export function buildSiteWith(changes: Readonly<Record<string, unknown>>, folder: string): void {
	const project = copyProject();
	try {
		writeFileSync(join(project, 'src/settings.json'), JSON.stringify({ ...settings, ...changes }));
		execFileSync(process.execPath, astroBuild, {
			cwd: project,
			env: ownEnvironment(),
			stdio: 'inherit',
		});
		rmSync(folder, { recursive: true, force: true });
		cpSync(join(project, 'dist'), folder, { recursive: true });
	} finally {
		removeProject(project);
	}
}
