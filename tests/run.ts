import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { findBrowser } from './browser.ts';
import { siteFolder } from './site.ts';

/*
 * Everything that must hold before a change lands: the checks, the unit tests, the labs, a build from nothing with its
 * tests, and the browser tests. Every suite runs even when an earlier one failed. The last line sums them up.
 */

const usage = `usage: npm test [-- check | unit | labs | build | e2e …]

Runs all of them, or those that are named. The last line counts what passed and failed.`;

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules', '.bin');
const reports = join(root, '.cache', 'reports');

interface Count {
	readonly passed: number;
	readonly failed: number;
	/** What failed, by name, as far as it has one. */
	readonly failures?: readonly string[];
}

const env = {
	...process.env,
	ASTRO_TELEMETRY_DISABLED: '1',
	PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
};

function run(command: string, args: readonly string[], extra: NodeJS.ProcessEnv = {}): boolean {
	const { status, error } = spawnSync(command, args, {
		cwd: root,
		env: { ...env, ...extra },
		stdio: ['ignore', 'inherit', 'inherit'],
		shell: process.platform === 'win32',
	});
	if (error) console.error(`${command} could not be started: ${error.message}`);
	return status === 0;
}

/** A command that is one test by itself. */
function runAsTest(title: string, command: string, args: readonly string[]): Count {
	console.log(`\n▸ ${title}`);
	const passed = run(command, args);
	return { passed: Number(passed), failed: Number(!passed), failures: passed ? [] : [title] };
}

function check(): Count[] {
	return [
		runAsTest('Content', 'node', ['src/cli/check.ts']),
		runAsTest('Types', 'astro', ['check', '--minimumSeverity', 'hint']),
		runAsTest('Lint', 'eslint', ['.']),
		runAsTest('Unused code', 'knip', []),
		runAsTest('Format', 'prettier', ['--check', '--log-level', 'warn', '.']),
	];
}

/** What a report says; a suite that left none counts as one failure, as it did not run. */
function readReport(file: string, read: (report: Record<string, unknown>) => Count): Count {
	try {
		// Both reporters write an object; `read` takes the fields it knows.
		return read(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>);
	} catch {
		return { passed: 0, failed: 1 };
	}
}

interface VitestFile {
	readonly name: string;
	readonly status: string;
	readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
}

function vitest(project: string, extra: NodeJS.ProcessEnv): Count {
	console.log(`\n▸ Tests: ${project}`);
	const report = join(reports, `${project}.json`);
	rmSync(report, { force: true });
	const succeeded = run(
		'vitest',
		[
			'run',
			'--project',
			project,
			'--reporter=default',
			'--reporter=json',
			`--outputFile.json=${report}`,
		],
		extra,
	);
	const count = readReport(report, (all) => {
		const { numPassedTests, numFailedTests, numFailedTestSuites } = all;
		// The shape of Vitest's own reporter, as far as it is used.
		const { testResults } = all as { testResults: readonly VitestFile[] };
		return {
			passed: Number(numPassedTests),
			// A suite that could not be loaded has no failed test to show for it.
			failed: Math.max(Number(numFailedTests), Number(numFailedTestSuites) > 0 ? 1 : 0),
			failures: testResults.flatMap(({ name, status, assertionResults }) => {
				const tests = assertionResults.filter((test) => test.status === 'failed');
				const file = relative(root, name);
				if (tests.length === 0) return status === 'failed' ? [file] : [];
				return tests.map(({ fullName }) => `${file}: ${fullName}`);
			}),
		};
	});
	return succeeded || count.failed > 0 ? count : { ...count, failed: 1 };
}

/** The runner's own tests, then every lab whose programs the machine has; those that it lacks are named and skipped. */
function labs(): Count[] {
	if (process.platform !== 'linux') {
		console.log('\n▸ Labs: skipped, as they need Linux');
		return [];
	}
	const runner = vitest('lab', {});
	console.log('\n▸ Labs');
	const report = join(reports, 'labs.json');
	rmSync(report, { force: true });
	run('node', ['src/cli/labs.ts', '--dry', '--report', report]);
	const count = readReport(report, ({ passed, failed }) => ({
		passed: Number(passed),
		failed: Number(failed),
	}));
	return [runner, count];
}

function buildSites(): Count[] {
	rmSync(siteFolder, { recursive: true, force: true });
	rmSync(join(root, '.cache', 'astro'), { recursive: true, force: true });
	return [
		runAsTest('Build', 'astro', ['build', '--silent', '--outDir', siteFolder]),
		runAsTest('Build with analytics', 'node', ['tests/analytics-site.ts']),
		runAsTest('Build for a folder of another site', 'node', ['tests/nested-site.ts']),
	];
}

interface PlaywrightSuite {
	readonly title: string;
	readonly suites?: readonly PlaywrightSuite[];
	readonly specs?: readonly { readonly title: string; readonly ok: boolean }[];
}

function failedIn({ title, suites = [], specs = [] }: PlaywrightSuite): string[] {
	const names = specs.filter(({ ok }) => !ok).map((spec) => spec.title);
	return [...names, ...suites.flatMap(failedIn)].map((name) => `${title}: ${name}`);
}

function e2e(): Count {
	console.log('\n▸ Tests: e2e');
	let browser: string;
	try {
		browser = findBrowser();
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		return { passed: 0, failed: 1 };
	}
	const report = join(reports, 'e2e.json');
	rmSync(report, { force: true });
	const succeeded = run('playwright', ['test', '--reporter=list,json'], {
		CHROMIUM_PATH: browser,
		PLAYWRIGHT_JSON_OUTPUT_NAME: report,
	});
	const count = readReport(report, (all) => {
		// The shape of Playwright's own reporter, as far as it is used.
		const { stats, suites } = all as {
			stats: { expected: number; unexpected: number; flaky: number };
			suites: readonly PlaywrightSuite[];
		};
		const { expected, unexpected, flaky } = stats;
		return { passed: expected, failed: unexpected + flaky, failures: suites.flatMap(failedIn) };
	});
	return succeeded || count.failed > 0 ? count : { ...count, failed: 1 };
}

function main(names: readonly string[]): number {
	const known = ['check', 'unit', 'labs', 'build', 'e2e'];
	const unknown = names.find((name) => !known.includes(name));
	if (unknown !== undefined) {
		console.error(`There is no suite "${unknown}".\n\n${usage}`);
		return 2;
	}
	const wanted = (name: string) => names.length === 0 || names.includes(name);
	mkdirSync(reports, { recursive: true });
	const counts: Count[] = [];
	if (wanted('check')) counts.push(...check());
	if (wanted('unit')) counts.push(vitest('unit', {}));
	if (wanted('labs')) counts.push(...labs());
	if (wanted('build') || wanted('e2e')) {
		const built = buildSites();
		counts.push(...built);
		if (built.some(({ failed }) => failed > 0))
			console.error('The site was not built, so its tests cannot run.');
		else {
			if (wanted('build')) counts.push(vitest('build', { SITE_IS_BUILT: '1' }));
			if (wanted('e2e')) counts.push(e2e());
		}
	}
	const failures = counts.flatMap((count) => count.failures ?? []);
	// Far above here in a long log.
	if (failures.length > 0)
		console.log(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
	const passed = counts.reduce((sum, count) => sum + count.passed, 0);
	const failed = counts.reduce((sum, count) => sum + count.failed, 0);
	console.log(`\n${passed} passed, ${failed} failed`);
	return failed > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
