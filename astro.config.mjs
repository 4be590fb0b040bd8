import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { fileURLToPath } from 'node:url';
import { siteOrigin } from './src/lib/url.ts';
import { cacheFolder } from './src/site/cache-folder.ts';
import settings from './src/settings.json' with { type: 'json' };

// A site without analytics has nothing to ask, so no page of it carries the components that ask.
const withoutConsent = {
	find: /^#components\/consent\/.*\.astro$/,
	replacement: fileURLToPath(new URL('./src/components/consent/Nothing.astro', import.meta.url)),
};

// Node.js loads it for the pages as it does for the build, so that these have the guides which that has read.
const guideStore = '#guide/guide-store.ts';

export default defineConfig({
	site: siteOrigin,
	cacheDir: `./${cacheFolder}`,
	trailingSlash: 'always',
	build: { format: 'directory', inlineStylesheets: 'always' },
	integrations: [mdx()],
	markdown: { syntaxHighlight: false },
	// Scripts stay files: a strict content security policy allows those without a hash for each page.
	vite: {
		build: { assetsInlineLimit: 0, rolldownOptions: { external: [guideStore] } },
		resolve: { alias: settings.analytics ? [] : [withoutConsent] },
	},
	devToolbar: { enabled: false },
});
