import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { siteOrigin } from './src/lib/url.ts';

export default defineConfig({
	site: siteOrigin,
	// Beside the project and not in node_modules, so that projects that share one do not share a cache.
	cacheDir: './.cache/astro',
	trailingSlash: 'always',
	build: { format: 'directory', inlineStylesheets: 'always' },
	integrations: [mdx()],
	markdown: { syntaxHighlight: false },
	// Scripts stay files: a strict content security policy allows those without a hash for each page.
	vite: { build: { assetsInlineLimit: 0 } },
	devToolbar: { enabled: false },
	experimental: { incrementalBuild: true },
});
