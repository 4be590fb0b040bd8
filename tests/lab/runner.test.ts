import { spawn, spawnSync } from 'node:child_process';
import {
	chmodSync,
	cpSync,
	existsSync,
	globSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

/*
 * The runner on tiny labs: a copy of the clean tree, whose one lab each test may replace. Everything temporary lies in
 * a folder of the test, so that nothing that stays behind goes unseen.
 */

const cli = resolve('src/cli/labs.ts');
const lab = 'content/labs/kiln/p-100.sh';
const proof = 'content/proofs/kiln/p-100.json';
let root: string;
let temporary: string;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'lab-test-root-'));
	temporary = mkdtempSync(join(tmpdir(), 'lab-test-tmp-'));
	// The user that labs run as must get through.
	chmodSync(temporary, 0o755);
	cpSync('tests/fixtures/clean', root, { recursive: true });
	rmSync(join(root, 'content/proofs'), { recursive: true });
});

afterEach(() => {
	rmSync(root, { recursive: true, force: true });
	rmSync(temporary, { recursive: true, force: true });
});

function write(path: string, text: string): void {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
}

function read(path: string): string {
	return readFileSync(join(root, path), 'utf8');
}

function environment(path = process.env['PATH']): NodeJS.ProcessEnv {
	return { PATH: path, TMPDIR: temporary };
}

function run(...args: string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [cli, '--root', root, ...args], {
		encoding: 'utf8',
		env: environment(),
	});
	return { status, output: `${stdout}${stderr}` };
}

/** Where the machine gives labs no namespaces, no proof is written. */
const isolated = !spawnSync(process.execPath, [cli, '--root', 'tests/fixtures/clean', '--dry'], {
	encoding: 'utf8',
}).stdout.includes('no namespaces');

const provoke = `provoke() {
	if [ -e open ]; then
		echo 'P_100: door open'
		exit 1
	fi
}
`;
const setup = 'setup() {\n\ttouch open\n}\n';
const fix = 'fix:close-the-door() {\n\trm open\n}\n';
const labOf = (...functions: readonly string[]) => `# needs: bash\n\n${functions.join('\n')}`;

test.runIf(isolated)('writes what it saw, and the same file when it sees the same', () => {
	const { status, output } = run();
	const first = read(proof);
	// As if it had been seen days ago.
	write(proof, first.replace(/"date": "[^"]*"/, '"date": "2026-01-02"'));
	const before = read(proof);
	run();

	expect(output).toContain('✓ kiln/p-100: close-the-door');
	expect(output.trimEnd()).toMatch(/\n1 passed, 0 failed$/);
	expect(status).toBe(0);
	expect(read(proof)).toBe(before);
	expect(JSON.parse(first)).toMatchObject({
		programs: [{ name: 'Bash' }],
		fixes: [
			{
				id: 'close-the-door',
				message: 'P_100: door open',
				before: { output: 'P_100: door open' },
				checks: [
					{ cause: 'the-door-is-open', commands: 'ls door-is-open', output: 'door-is-open' },
				],
				fix: { commands: 'rm door-is-open', output: '' },
				after: { output: '' },
			},
		],
	});
	expect(readdirSync(join(root, 'content/proofs/kiln'))).toEqual(['p-100.json']);
});

test('writes nothing when it is told so, and says so in the counts', () => {
	const report = join(temporary, 'report.json');
	const { status } = run('--dry', '--report', report, 'kiln/p-100');

	expect(status).toBe(0);
	expect(existsSync(join(root, proof))).toBe(false);
	expect(JSON.parse(readFileSync(report, 'utf8'))).toEqual({ passed: 1, failed: 0, skipped: 0 });
});

test.each([
	[
		'a fix that does not fix',
		labOf(setup, provoke, 'fix:close-the-door() {\n\techo done\n}\n'),
		[
			'fix close-the-door, at provoke after the fix',
			'wanted: exit code 0, and no message of the guide',
			'came:   exit code 1, with the message "P_100: door open"',
		],
	],
	[
		'a fix that fails',
		labOf(setup, provoke, 'fix:close-the-door() {\n\trm shut\n}\n'),
		['at fix:close-the-door', 'came:   exit code 1', "rm: cannot remove 'shut'"],
	],
	[
		'a message that the guide does not have',
		labOf(setup, provoke.replace('P_100: door open', 'P_100: the lid is open'), fix),
		['at provoke before the fix', '  P_100: door open', 'came:   exit code 1\n', 'the lid is open'],
	],
	[
		'an error that does not come',
		labOf(provoke, fix),
		['at provoke before the fix', 'an exit code other than 0', 'came:   exit code 0'],
	],
	[
		'a message that stays though the command succeeds',
		labOf(setup, provoke.replace('\tfi', "\tfi\n\techo 'P_100: door open'"), fix),
		['at provoke after the fix', 'came:   exit code 0, with the message "P_100: door open"'],
	],
	[
		'a check that does not hold',
		labOf(setup, provoke, 'check:the-door-is-open() {\n\tls shut\n}\n', fix),
		['at check:the-door-is-open', "ls: cannot access 'shut'"],
	],
	[
		'a setup that fails, at its first error',
		labOf('setup() {\n\tfalse | cat\n\ttouch open\n}\n', provoke, fix),
		['at setup', 'came:   exit code 1'],
	],
	[
		'a lab with findings',
		labOf(setup, provoke, fix.replace('door', 'dor')),
		['lab/unknown-fix', 'Did you mean "close-the-door"?'],
	],
])('says what was wanted and what came: %s', (_, text, expected) => {
	write(lab, text);

	const { status, output } = run();

	for (const part of expected) expect(output).toContain(part);
	expect(output.trimEnd()).toMatch(/\n0 passed, 1 failed$/);
	expect(status).toBe(1);
	expect(existsSync(join(root, proof))).toBe(false);
	expect(readdirSync(temporary)).toEqual([]);
});

test('stops a function at the time limit, and what it started', () => {
	write(lab, labOf('setup() {\n\tsleep 31415 &\n\tsleep 31415\n}\n', provoke, fix));

	const { output } = run('--timeout', '0.5');

	expect(output).toContain('came:   it was stopped at the time limit');
	expect(findProcesses('sleep 31415')).toEqual([]);
});

test('skips a lab whose program is missing or too old, with the reason, and counts it', () => {
	write(lab, labOf(setup, provoke, fix).replace('bash', 'bash >= 99.1'));

	const { status, output } = run();

	expect(output).toMatch(/1 skipped:\n {2}kiln\/p-100: bash is \d[\d.]*, and 99\.1 is needed\n/);
	expect(output.trimEnd()).toMatch(/\n0 passed, 0 failed$/);
	expect(status).toBe(0);
});

test('keeps the files of a failed fix when it is told so', () => {
	write(lab, labOf(setup, provoke, 'fix:close-the-door() {\n\techo tried >tried.txt\n}\n'));

	const { output } = run('--keep');
	const kept = /its files: (.*)/.exec(output)?.[1] ?? '';

	expect(readFileSync(join(kept, 'home/work/tried.txt'), 'utf8')).toBe('tried\n');
});

test('gives a lab neither the rights nor the environment of who runs it', () => {
	write(
		lab,
		labOf(
			'setup() {\n\ttouch open\n\ttest ! -w /etc/passwd\n\ttest -z "${SECRET_OF_TEST-}"\n\ttest "$PWD" = ~/work\n\ttest -z "$(ls -A)" || ls open\n}\n',
			provoke,
			fix,
		),
	);
	process.env['SECRET_OF_TEST'] = 'x';
	const { output } = run('--dry');
	delete process.env['SECRET_OF_TEST'];

	expect(output).toContain('1 passed');
});

test.runIf(isolated)('gives a lab loopback and nothing else of the network', () => {
	write(
		lab,
		labOf(
			`setup() {
	touch open
	test "$(grep -c : /proc/net/dev)" = 1
	test "$(hostname) $(whoami) $PWD $PORT" = 'laptop sam /home/sam/work 3000'
}
`,
			provoke,
			fix,
		),
	);

	expect(run('--dry').output).toContain('1 passed');
});

test('ends a program that takes more memory than a lab has', () => {
	write(
		lab,
		labOf(
			'setup() {\n\ttouch open\n\tnode -e "const all = []; for (;;) all.push(Buffer.alloc(2 ** 28))"\n}\n',
			provoke,
			fix,
		).replace('bash', 'node'),
	);

	const { output } = run('--dry');

	expect(output).toContain('at setup');
	expect(output).toMatch(/Array buffer allocation failed|ENOMEM|out of memory/);
});

test('names the lab that was meant', () => {
	const { status, output } = run('kiln/p-010');

	expect(output).toContain('There is no lab "kiln/p-010". Did you mean "kiln/p-100"?');
	expect(status).toBe(2);
});

test.runIf(spawnSync('npm', ['--version']).status === 0)('serves packages to npm', () => {
	write(
		lab,
		labOf(
			`setup() {
	mkdir -p registry/left-pad app
	echo '{ "name": "left-pad", "version": "1.3.0" }' >registry/left-pad/package.json
	echo 'module.exports = "padded"' >registry/left-pad/index.js
	echo '{ "name": "app", "version": "1.0.0", "private": true }' >app/package.json
	serve_packages registry
}
`,
			`provoke() {
	cd app
	node -p 'require("left-pad")' || { echo 'P_100: door open'; exit 1; }
}
`,
			'fix:close-the-door() {\n\tcd app\n\tnpm install left-pad\n}\n',
		).replace('bash', 'node, npm'),
	);

	const { output } = run();

	expect(output).toContain('✓ kiln/p-100');
});

/** The processes with this command line. */
function findProcesses(command: string): string[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.filter((name) => {
			try {
				return (
					readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() === command
				);
			} catch {
				return false;
			}
		});
}

async function until(holds: () => boolean): Promise<void> {
	for (let round = 0; round < 1600 && !holds(); round += 1) await wait(25);
	expect(holds()).toBe(true);
}

async function isFree(port: number): Promise<boolean> {
	const server = createServer();
	const free = await new Promise<boolean>((answer) => {
		server.once('error', () => answer(false)).listen(port, '127.0.0.1', () => answer(true));
	});
	if (free) await new Promise((closed) => server.close(closed));
	return free;
}

describe.each([
	['in namespaces', true],
	['without namespaces', false],
])('%s', (_, namespaces) => {
	test.runIf(isolated || !namespaces).each([
		['SIGINT', 130],
		['SIGTERM', 143],
		['SIGKILL', null],
	] as const)('leaves no process, port, folder or proof behind after %s', async (signal, code) => {
		const seconds = `2${process.pid}${signal.length}${namespaces ? 1 : 2}`;
		write(
			lab,
			labOf(
				`setup() {
	setsid sleep ${seconds} &
	node -e 'require("net").createServer().listen(process.env.PORT, "127.0.0.1")' &
	wait_port "$PORT"
	mkdir closed
	touch closed/file
	chmod 0 closed
	echo "$PORT" >port
	sleep ${seconds}
}
`,
				provoke,
				fix,
			),
		);
		const fake = join(root, 'fake');
		mkdirSync(fake);
		writeFileSync(join(fake, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
		const path = namespaces ? undefined : `${fake}:${process.env['PATH']}`;
		const runner = spawn(process.execPath, [cli, '--root', root], { env: environment(path) });
		const ended = new Promise((resolve) => runner.on('exit', resolve));
		await until(() => globSync('*/*/home/work/port', { cwd: temporary }).length === 1);
		const [portFile = ''] = globSync('*/*/home/work/port', { cwd: temporary });
		const port = Number(readFileSync(join(temporary, portFile), 'utf8'));
		await until(() => findProcesses(`sleep ${seconds}`).length === 2);

		runner.kill(signal);

		expect(await ended).toBe(code);
		await until(() => readdirSync(temporary).length === 0);
		expect(findProcesses(`sleep ${seconds}`)).toEqual([]);
		if (!namespaces) expect(await isFree(port)).toBe(true);
		expect(existsSync(join(root, 'content/proofs'))).toBe(false);
	});
});
