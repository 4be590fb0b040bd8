import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/browser.ts';

const port = 4390;

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
		baseURL: `http://127.0.0.1:${port}`,
		launchOptions: {
			executablePath: process.env['CHROMIUM_PATH'] ?? findBrowser(),
			// Chromium has no sandbox for root; the other switches keep it from calling its maker.
			args: [
				...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				'--no-first-run',
			],
		},
	},
	webServer: {
		command: `node src/site/serve.ts --port ${port} --site .cache/test-site`,
		url: `http://127.0.0.1:${port}/`,
		reuseExistingServer: false,
	},
});
