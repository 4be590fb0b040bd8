import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Puts a finished folder in the place of another, which goes only when the new one is there. */
function swap(finished: string, target: string, old: string): void {
	rmSync(old, { recursive: true, force: true });
	const wasThere = existsSync(target);
	if (wasThere) renameSync(target, old);
	try {
		renameSync(finished, target);
	} catch (error) {
		if (wasThere) renameSync(old, target);
		throw error;
	}
	rmSync(old, { recursive: true, force: true });
}

/**
 * Has the site built in a folder beside the output folder, and put in its place when all of it is there. A build that
 * fails or is interrupted leaves the site of the build before.
 */
export function finishedSite(): AstroIntegration {
	return {
		name: 'finished-site',
		hooks: {
			'astro:config:setup': ({ command, config, updateConfig }) => {
				if (command !== 'build') return;
				// Whatever the shell has: Vite would leave in what is meant for the dev server.
				process.env['NODE_ENV'] = 'production';
				const target = fileURLToPath(config.outDir).replace(/[/\\]$/, '');
				// Beside it, as a folder of another disk cannot be renamed to it.
				const beside = (suffix: string) => join(dirname(target), `.${basename(target)}-${suffix}`);
				rmSync(beside('next'), { recursive: true, force: true });
				updateConfig({
					outDir: pathToFileURL(`${beside('next')}/`),
					// Integrations that are added here run after those of the configuration.
					integrations: [
						{
							name: 'finished-site/swap',
							hooks: {
								'astro:build:done': () => swap(beside('next'), target, beside('old')),
							},
						},
					],
				});
			},
		},
	};
}
