import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { runCommand, UsageError } from '#cli/arguments.ts';
import { findBrowser } from './browser.ts';
import { siteFolder } from './site.ts';

/*
 * Everything that must hold before a change lands: the checks, the unit tests, the labs, a build from nothing with its
 * tests, and the browser tests. Every suite runs even when an earlier one failed. The last line sums them up.
 */

const suites = ['check', 'unit', 'labs', 'build', 'e2e'];

const usage = `usage: npm test [-- --deep] [${suites.join(' | ')} …]

Runs all of them, or those that are named. The last line counts what passed and failed.

  --deep   also what takes long by nature: every width and theme, thousands of queries, many builds

Exit code 0: all passed. 1: something failed. 2: wrong usage.`;

const root = join(import.meta.dirname, '..');
const reports = join(root, '.cache', 'reports');

interface Count {
	readonly passed: number;
	readonly failed: number;
	/** What failed, by name, as far as it has one. */
	readonly failures: readonly string[];
}

const env: NodeJS.ProcessEnv = {
	...process.env,
	ASTRO_TELEMETRY_DISABLED: '1',
	PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
};

function run(title: string, command: string, extra: NodeJS.ProcessEnv = {}): boolean {
	console.log(`\n▸ ${title}`);
	const { status } = spawnSync(command, {
		cwd: root,
		env: { ...env, ...extra },
		stdio: ['ignore', 'inherit', 'inherit'],
		shell: true,
	});
	return status === 0;
}

/** A command that is one test by itself. */
function runAsTest(title: string, command: string): Count {
	return run(title, command)
		? { passed: 1, failed: 0, failures: [] }
		: { passed: 0, failed: 1, failures: [title] };
}

/** A suite that leaves a report. Where it failed and its report names no failure, or there is none, that is one. */
function runSuite(
	title: string,
	command: string,
	file: string,
	count: (report: never) => Count,
	extra: NodeJS.ProcessEnv = {},
): Count {
	rmSync(file, { force: true });
	const succeeded = run(title, command, extra);
	const failure = { passed: 0, failed: 1, failures: [title] };
	try {
		// The reporter of each suite has a shape of its own, which `count` knows.
		const counted = count(JSON.parse(readFileSync(file, 'utf8')) as never);
		return succeeded || counted.failed > 0 ? counted : { ...failure, passed: counted.passed };
	} catch {
		return failure;
	}
}

/** The commands of `npm run check`, of which each is a test. */
function check(): readonly Count[] {
	// Of this project, and there is such a script.
	const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		scripts: { check: string };
	};
	return scripts.check.split(' && ').map((command) => runAsTest(command, command));
}

interface VitestReport {
	readonly numPassedTests: number;
	readonly numFailedTests: number;
	readonly numFailedTestSuites: number;
	readonly testResults: readonly {
		readonly name: string;
		readonly status: string;
		readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
	}[];
}

function countVitest(report: VitestReport): Count {
	return {
		passed: report.numPassedTests,
		// A suite that could not be loaded has no failed test to show for it.
		failed: Math.max(report.numFailedTests, Math.min(report.numFailedTestSuites, 1)),
		failures: report.testResults.flatMap(({ name, status, assertionResults }) => {
			const tests = assertionResults.filter((test) => test.status === 'failed');
			const file = relative(root, name);
			if (tests.length === 0) return status === 'failed' ? [file] : [];
			return tests.map(({ fullName }) => `${file}: ${fullName}`);
		}),
	};
}

function vitest(project: string, extra: NodeJS.ProcessEnv = {}): Count {
	const report = join(reports, `${project}.json`);
	const reporters = `--reporter=default --reporter=json --outputFile.json="${report}"`;
	const command = `vitest run --project ${project} ${reporters}`;
	return runSuite(`Tests: ${project}`, command, report, countVitest, extra);
}

/** The runner's own tests, then every lab whose programs the machine has; those that it lacks are named and skipped. */
function labs(): readonly Count[] {
	if (process.platform !== 'linux') {
		console.log('\n▸ Labs: skipped, as they need Linux');
		return [];
	}
	const report = join(reports, 'labs.json');
	const command = `node src/cli/labs.ts --again --report "${report}"`;
	const count = (counts: Omit<Count, 'failures'>) => ({ ...counts, failures: [] });
	return [vitest('lab'), runSuite('Labs', command, report, count)];
}

function buildSites(): readonly Count[] {
	rmSync(siteFolder, { recursive: true, force: true });
	rmSync(join(root, '.cache', 'astro'), { recursive: true, force: true });
	return [
		runAsTest('Build', `astro build --silent --outDir "${siteFolder}"`),
		runAsTest('Build with analytics', 'node tests/analytics-site.ts'),
		runAsTest('Build for a folder of another site', 'node tests/nested-site.ts'),
	];
}

interface PlaywrightSuite {
	readonly title: string;
	readonly suites?: readonly PlaywrightSuite[];
	readonly specs?: readonly { readonly title: string; readonly ok: boolean }[];
}

interface PlaywrightReport {
	readonly stats: Readonly<Record<'expected' | 'unexpected' | 'flaky', number>>;
	readonly suites: readonly PlaywrightSuite[];
}

function failedIn({ title, suites: inner = [], specs = [] }: PlaywrightSuite): string[] {
	const names = specs.filter(({ ok }) => !ok).map((spec) => spec.title);
	return [...names, ...inner.flatMap(failedIn)].map((name) => `${title}: ${name}`);
}

function e2e(): Count {
	let browser: string;
	try {
		browser = findBrowser();
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		return { passed: 0, failed: 1, failures: ['Tests: e2e'] };
	}
	const report = join(reports, 'e2e.json');
	const count = ({ stats, suites: all }: PlaywrightReport) => ({
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky,
		failures: all.flatMap(failedIn),
	});
	return runSuite('Tests: e2e', 'playwright test --reporter=list,json', report, count, {
		CHROMIUM_PATH: browser,
		PLAYWRIGHT_JSON_OUTPUT_NAME: report,
	});
}

function runBuildSuites(isWanted: (suite: string) => boolean): readonly Count[] {
	const built = buildSites();
	if (built.some(({ failed }) => failed > 0)) {
		console.error('The site was not built, so its tests cannot run.');
		return built;
	}
	return [
		...built,
		...(isWanted('build') ? [vitest('build', { SITE_IS_BUILT: '1' })] : []),
		...(isWanted('e2e') ? [e2e()] : []),
	];
}

function runSuites(isWanted: (suite: string) => boolean): readonly Count[] {
	return [
		...(isWanted('check') ? check() : []),
		...(isWanted('unit') ? [vitest('unit')] : []),
		...(isWanted('labs') ? labs() : []),
		...(isWanted('build') || isWanted('e2e') ? runBuildSuites(isWanted) : []),
	];
}

process.exitCode = await runCommand({
	usage,
	options: { deep: { type: 'boolean', default: false } },
	takesArguments: true,
	run: ({ deep }, named) => {
		if (deep) env['DEEP'] = '1';
		const unknown = named.find((name) => !suites.includes(name));
		if (unknown !== undefined) throw new UsageError(`There is no suite "${unknown}".`);
		mkdirSync(reports, { recursive: true });
		const counts = runSuites((suite) => named.length === 0 || named.includes(suite));
		const failures = counts.flatMap((count) => count.failures);
		// Far above here in a long log.
		if (failures.length > 0)
			console.log(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
		const passed = counts.reduce((sum, count) => sum + count.passed, 0);
		const failed = counts.reduce((sum, count) => sum + count.failed, 0);
		console.log(`\n${passed} passed, ${failed} failed`);
		return failed > 0 ? 1 : 0;
	},
});
