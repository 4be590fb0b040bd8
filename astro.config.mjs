import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { fileURLToPath } from 'node:url';
import { basePath, siteOrigin } from './src/lib/url.ts';
import { cacheFolder } from './src/integrations/cache-folder.ts';
import settings from './src/settings.json' with { type: 'json' };

// A site without analytics has nothing to ask, so no page of it carries the components that ask.
const withoutConsent = {
	find: /^#components\/consent\/.*\.astro$/,
	replacement: fileURLToPath(new URL('./src/components/consent/Nothing.astro', import.meta.url)),
};

// Node.js loads it for the pages as it does for the build, so that these have the guides which that has read.
const guideStore = '#content/guide-store.ts';

// A build stops at findings, so its pages have none to show.
/** @type {import('astro').AstroIntegration} */
const devFindings = {
	name: 'dev-findings',
	hooks: {
		'astro:config:setup': ({ command, addMiddleware }) => {
			if (command !== 'dev') return;
			const entrypoint = new URL('./src/dev-findings.ts', import.meta.url);
			addMiddleware({ order: 'pre', entrypoint });
		},
	},
};

export default defineConfig({
	site: siteOrigin,
	base: basePath,
	cacheDir: `./${cacheFolder}`,
	trailingSlash: 'always',
	build: { format: 'directory', inlineStylesheets: 'never' },
	integrations: [mdx(), devFindings],
	markdown: { syntaxHighlight: false },
	// Scripts stay files: a strict content security policy allows those without a hash for each page.
	vite: {
		build: { assetsInlineLimit: 0, rolldownOptions: { external: [guideStore] } },
		resolve: { alias: settings.analytics ? [] : [withoutConsent] },
	},
	devToolbar: { enabled: false },
});
