import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';

const systemPaths = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function find(): string | undefined {
	return [process.env['CHROMIUM_PATH'] ?? '', chromium.executablePath(), ...systemPaths].find(
		(path) => path !== '' && existsSync(path),
	);
}

function run(command: string, args: readonly string[]): boolean {
	try {
		execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
		return true;
	} catch {
		return false;
	}
}

function installWithApt(): boolean {
	if (!existsSync('/usr/bin/apt-get')) return false;
	const isRoot = process.getuid?.() === 0;
	const prefix = isRoot ? [] : ['sudo', '-n'];
	const apt = (...args: string[]) => {
		const [command = '', ...rest] = [...prefix, 'apt-get', ...args];
		return run(command, rest);
	};
	apt('update', '-q');
	return apt('install', '-y', '-q', '--no-install-recommends', 'chromium');
}

/**
 * The browser for the tests: Playwright's own, else the system's, else one that is installed now, with a line that
 * says so. Throws with what to do when none can be had.
 */
export function findBrowser(): string {
	const found = find();
	if (found) return found;
	console.log('No Chromium found. Installing the package chromium with apt-get …');
	if (!installWithApt()) {
		console.log('That did not work. Installing Playwright’s own Chromium …');
		run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
	}
	const installed = find();
	if (!installed) {
		throw new Error(
			'The browser tests need Chromium. Install it (Debian: apt-get install chromium), or set CHROMIUM_PATH.',
		);
	}
	return installed;
}

export function launchOptions(): LaunchOptions {
	return {
		executablePath: process.env['CHROMIUM_PATH'] ?? findBrowser(),
		// Chromium has no sandbox for root; the other switches keep it from calling its maker.
		args: [
			...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--no-first-run',
		],
	};
}
