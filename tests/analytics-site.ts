import { execFileSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ports } from './ports.ts';
import { astroBuild, copyProject, ownEnvironment, removeProject } from './project.ts';

/** The second site that the tests look at: the same content with the one setting that adds analytics. */
export const analyticsSiteFolder = join(import.meta.dirname, '..', '.cache', 'analytics-site');

export const counterOrigin = `http://127.0.0.1:${ports.counter}`;

export const analytics = {
	name: 'Example Counter',
	script: `${counterOrigin}/counter.js`,
	attributes: { 'data-site': 'error-fixer-hub' },
	purpose: 'see which guides are read',
	collects: 'It learns which page was read and when.',
	stores: [
		{ name: '_counter*', where: 'cookie', purpose: 'tells visits apart', kept: '13 months' },
		{ name: 'counter-visit', where: 'local storage', purpose: 'counts pages', kept: 'for ever' },
	],
	policy: 'https://counter.example/privacy',
} as const;

/** Builds it in a copy of the project, as whoever runs the site would: by the setting alone. */
export function buildAnalyticsSite(): void {
	const project = copyProject();
	try {
		writeFileSync(join(project, 'src/settings.json'), JSON.stringify({ analytics }));
		execFileSync(process.execPath, astroBuild, {
			cwd: project,
			env: ownEnvironment(),
			stdio: 'inherit',
		});
		rmSync(analyticsSiteFolder, { recursive: true, force: true });
		cpSync(join(project, 'dist'), analyticsSiteFolder, { recursive: true });
	} finally {
		removeProject(project);
	}
}

if (import.meta.main) buildAnalyticsSite();
