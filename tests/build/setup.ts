import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildAnalyticsSite } from '../analytics-site.ts';
import { astroBuild, ownEnvironment } from '../project.ts';
import { buildNestedSite } from '../nested-site.ts';
import { siteFolder } from '../site.ts';

const root = join(import.meta.dirname, '..', '..');

/** Builds the three sites from nothing into folders of their own, unless the caller has just done so. */
export default function setup(): void {
	if (process.env['SITE_IS_BUILT']) return;
	rmSync(siteFolder, { recursive: true, force: true });
	execFileSync(process.execPath, [...astroBuild, '--outDir', siteFolder], {
		cwd: root,
		env: ownEnvironment(),
		stdio: 'inherit',
	});
	buildAnalyticsSite();
	buildNestedSite();
}
