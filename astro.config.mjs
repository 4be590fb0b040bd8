import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { fileURLToPath } from 'node:url';
import { findings } from './src/integrations/findings.ts';
import { finderIndex } from './src/integrations/finder-index.ts';
import { finishedSite } from './src/integrations/finished-site.ts';
import { fullText } from './src/integrations/full-text.ts';
import { headers } from './src/integrations/headers.ts';
import { readSettings } from './src/integrations/settings.ts';
import { shortAddresses } from './src/integrations/short-addresses.ts';
import { basePath, siteOrigin } from './src/lib/url.ts';

const settings = readSettings(import.meta.dirname);

// A site without analytics has nothing to ask, so no page of it carries the components that ask.
const withoutConsent = {
	find: /^#components\/consent\/.*\.astro$/,
	replacement: fileURLToPath(
		new URL('./src/components/consent/WithoutConsent.astro', import.meta.url),
	),
};

export default defineConfig({
	site: siteOrigin,
	base: basePath,
	// Not in `node_modules`, which projects may share.
	cacheDir: './.cache/astro',
	trailingSlash: 'always',
	// The shortest of the strategies: a guide page has a few hundred scoped elements.
	scopedStyleStrategy: 'class',
	build: { format: 'directory', inlineStylesheets: 'always' },
	integrations: [
		mdx(),
		findings(),
		fullText(),
		finderIndex(),
		shortAddresses(),
		headers(settings),
		finishedSite(),
	],
	markdown: { syntaxHighlight: false },
	vite: {
		// Scripts stay files: a strict content security policy allows those without a hash for each page.
		build: { assetsInlineLimit: 0 },
		resolve: { alias: settings.analytics ? [] : [withoutConsent] },
	},
	devToolbar: { enabled: false },
});
