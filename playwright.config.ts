import { defineConfig } from '@playwright/test';
import { launchOptions } from './tests/browser.ts';
import { nestedBase } from './tests/nested-site.ts';
import { ports } from './tests/ports.ts';

const originOf = (port: number) => `http://127.0.0.1:${port}`;

function serve(port: number, folder: string, page = '/') {
	return {
		command: `node src/cli/serve.ts --port ${port} --site .cache/${folder}`,
		url: originOf(port) + page,
		reuseExistingServer: false,
	};
}

export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '**/*.spec.ts',
	outputDir: '.cache/test-results',
	fullyParallel: true,
	forbidOnly: true,
	workers: 2,
	retries: 0,
	reporter: [['list']],
	timeout: 30_000,
	use: {
		launchOptions: launchOptions(),
	},
	projects: [
		{
			name: 'site',
			use: { baseURL: originOf(ports.site) },
			testIgnore: ['**/consent.spec.ts', '**/nested-site.spec.ts'],
		},
		{
			name: 'with analytics',
			use: { baseURL: originOf(ports.analyticsSite) },
			testMatch: ['**/consent.spec.ts', '**/security.spec.ts'],
		},
		{
			name: 'in a folder',
			use: { baseURL: originOf(ports.nestedSite) },
			testMatch: '**/nested-site.spec.ts',
		},
	],
	webServer: [
		serve(ports.site, 'test-site'),
		serve(ports.analyticsSite, 'analytics-site'),
		serve(ports.nestedSite, 'nested-site', nestedBase),
		{
			command: 'node tests/counter-server.ts',
			url: `${originOf(ports.counter)}/counter.js`,
			reuseExistingServer: false,
		},
	],
});
