import type { AstroIntegration } from 'astro';
import { findingsFile } from '#content/findings-file.ts';
import { fileURLToPath } from 'node:url';

/** Shows the findings of the content on every page of the dev server. A build stops at them. */
export function findings(): AstroIntegration {
	let file = '';
	return {
		name: 'findings',
		hooks: {
			'astro:config:setup': ({ command, config, addMiddleware }) => {
				if (command !== 'dev') return;
				file = fileURLToPath(findingsFile(config.cacheDir));
				const entrypoint = new URL('./findings-panel.ts', import.meta.url);
				addMiddleware({ order: 'pre', entrypoint });
			},
			'astro:server:setup': ({ server }) => {
				server.watcher.add(file).on('all', (_event, path) => {
					if (path === file) server.ws.send({ type: 'full-reload' });
				});
			},
		},
	};
}
