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
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseProof, sealOf } from '#content/proof.ts';
import { formatProof } from '#lab/proof-file.ts';

/*
 * The runner on tiny labs: a copy of the clean tree, whose one lab each test may replace. Everything temporary lies in
 * a folder of the test, so that nothing that stays behind goes unseen.
 */

const cli = resolve('src/cli/labs.ts');
const lab = 'content/labs/kiln/p-300.sh';
const proof = 'content/proofs/kiln/p-300.json';
const guide = 'content/guides/kiln/p-300.mdx';
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

/** Without namespaces no lab is run. */
const isolated = !spawnSync(process.execPath, [cli, '--root', 'tests/fixtures/clean', '--again'], {
	encoding: 'utf8',
}).stdout.includes('no namespaces');

const provoke = `provoke() {
	if [ -e lid-is-open ]; then
		echo 'P_300: lid open'
		exit 1
	fi
}
`;
const setup = 'setup() { touch lid-is-open; }\n';
const labOf = (...parts: readonly string[]) =>
	`# needs: bash\n# proves: close-the-lid\n${parts.join('\n')}`;
const fence = (text: string) => `   \`\`\`sh\n   ${text.replaceAll('\n', '\n   ')}\n   \`\`\``;

interface Page {
	readonly check?: string;
	/** The one step, as it stands in the file. */
	readonly step?: string;
	readonly verify?: string;
}

/** The guide of the lab, with other commands. */
function writePage({
	check = '`ls` prints `lid-is-open`.',
	step = fence('rm lid-is-open'),
	verify = '`ls` prints nothing.',
}: Page): void {
	const text = readFileSync(join('tests/fixtures/clean', guide), 'utf8')
		.replace('`ls` prints `lid-is-open`.', () => check)
		.replace(fence('rm lid-is-open'), () => step)
		.replace('`ls` prints nothing.', () => verify);
	write(guide, text);
}

test.runIf(isolated)('writes what it saw, and the same file when it sees the same', () => {
	const { status, output } = run();
	const first = read(proof);
	// As if it had been seen days ago.
	const seen = { ...parseProof(readFileSync(join(root, proof)))!, date: '2026-01-02' };
	write(proof, formatProof({ ...seen, seal: sealOf(seen) }));
	const before = read(proof);
	run();

	expect(output).toContain('✓ kiln/p-300: close-the-lid (3 of 3, 100 %');
	expect(output.trimEnd()).toMatch(/\n1 passed, 0 failed$/);
	expect(status).toBe(0);
	expect(read(proof)).toBe(before);
	expect(JSON.parse(first)).toMatchObject({
		programs: [{ name: 'Bash' }],
		fixes: [
			{
				id: 'close-the-lid',
				cause: 'the-lid-is-open',
				message: 'P_300: lid open',
				before: { output: 'P_300: lid open' },
				runs: [
					{ where: { part: 'check' }, text: 'ls', output: 'lid-is-open' },
					{ where: { part: 'step', number: 1 }, text: 'rm lid-is-open', output: '' },
					{ where: { part: 'verify' }, text: 'ls', output: '' },
				],
				after: { output: '' },
			},
		],
	});
	expect(readdirSync(join(root, 'content/proofs/kiln'))).toEqual(['p-300.json']);
});

test('writes nothing when it is told so, and says so in the counts', () => {
	const report = join(temporary, 'report.json');
	const { status } = run('--again', '--report', report, 'kiln/p-300');

	expect(status).toBe(0);
	expect(existsSync(join(root, proof))).toBe(false);
	expect(JSON.parse(readFileSync(report, 'utf8'))).toEqual({ passed: 1, failed: 0, skipped: 0 });
});

test.each<readonly [string, { page?: Page; lab?: string }, readonly string[]]>([
	[
		'a fix that does not fix',
		{ page: { step: fence('echo done') } },
		[
			'fix close-the-lid, at provoke after the fix',
			'wanted: exit code 0, and no message of the guide',
			'came:   exit code 1, with the message "P_300: lid open"',
		],
	],
	[
		'a step of which one command fails',
		{ page: { step: fence('rm shut\nrm lid-is-open') } },
		['at step 1:\n      rm shut', 'and this failed: rm shut', "rm: cannot remove 'shut'"],
	],
	[
		'a message that the guide does not have',
		{ lab: labOf(setup, provoke.replace('P_300: lid open', 'P_300: the vent is shut')) },
		['at provoke before the fix', '  P_300: lid open', 'came:   exit code 1\n', 'vent is shut'],
	],
	[
		'an error that does not come',
		{ lab: labOf(provoke) },
		['at provoke before the fix', 'an exit code other than 0', 'came:   exit code 0'],
	],
	[
		'a message that stays though the command succeeds',
		{ lab: labOf(setup, provoke.replace('\tfi', "\tfi\n\techo 'P_300: lid open'")) },
		['at provoke after the fix', 'came:   exit code 0, with the message "P_300: lid open"'],
	],
	[
		'a check that does not hold',
		{ page: { check: '`ls` prints `vent-is-shut`.' } },
		['at the check of the-lid-is-open:\n      ls', 'wanted: it prints "vent-is-shut"'],
	],
	[
		'a verify that does not hold',
		{ page: { verify: '`ls` prints `closed`.' } },
		['at the verify:\n      ls', 'wanted: it prints "closed"'],
	],
	[
		'a verify that holds without the fix, too',
		{ page: { verify: '`ls` works.' } },
		['at the verify, where nothing was done', 'all of it holds'],
	],
	[
		'an error that goes away by itself',
		{
			page: { check: '`ls -A` prints `.tried`.', step: fence('true'), verify: '`ls` works.' },
			lab: labOf(
				'provoke() {\n\tls .tried && return\n\ttouch .tried\n\techo "P_300: lid open"\n\texit 1\n}',
			),
		},
		['at provoke after nothing was done', 'came:   exit code 0'],
	],
	[
		'a placeholder without a value',
		{ page: { step: fence('rm <file>') } },
		['at step 1', 'a value for <file>: set file in the function values'],
	],
	[
		'a setup that fails, at its first error',
		{ lab: labOf('setup() {\n\tfalse | cat\n\ttouch lid-is-open\n}\n', provoke) },
		['at setup', 'came:   exit code 1'],
	],
	[
		'a block that ends the shell of the reader',
		{ page: { step: fence('exit') } },
		['at step 1', 'came:   its shell ended'],
	],
	[
		'a lab with findings',
		{ lab: labOf(setup, provoke).replace('the-lid', 'teh-lid') },
		['lab/unknown-fix', 'Its fixes are: close-the-lid.'],
	],
])('says what was wanted and what came: %s', (_, changes, expected) => {
	if (changes.page) writePage(changes.page);
	if (changes.lab) write(lab, changes.lab);

	const { status, output } = run();

	for (const part of expected) expect(output).toContain(part);
	expect(output.trimEnd()).toMatch(/\n0 passed, 1 failed$/);
	expect(status).toBe(1);
	expect(existsSync(join(root, proof))).toBe(false);
	expect(readdirSync(temporary)).toEqual([]);
});

test('plays a reader in one shell, and the lab beside it', () => {
	write(
		lab,
		labOf(
			`setup() {
	mkdir house
	cd house
	export COLOUR=red
	local hidden=1
	touch lid-is-open
}
`,
			provoke,
			'values() { file=lid-is-open; }',
			'edit:close-the-lid.1() { cat >typed; }',
		),
	);
	writePage({
		check: '`echo "$COLOUR ${hidden-none} ${NAME-none} ${PWD##*/}"` prints `red none none house`.',
		step: [
			'   ```js\n   typed\n   ```\n',
			fence('cd ..\nlid=house/<file>\nexport PLACE=here'),
			`2. Again:\n${fence('cd house\nrm ../"$lid"')}`,
		].join('\n'),
		verify: '`cat typed` prints `typed`, and `echo $PLACE` prints `here`.',
	});

	const { output } = run();

	expect(output).toContain('✓ kiln/p-300');
	expect(JSON.parse(read(proof))).toMatchObject({
		fixes: [
			{
				runs: [
					{ output: 'red none none house' },
					{ language: 'js', text: 'typed' },
					{ text: 'cd ..\nlid=house/<file>\nexport PLACE=here', values: { file: 'lid-is-open' } },
					{ text: 'cd house\nrm ../"$lid"' },
					{ output: 'typed' },
					{ output: 'here' },
				],
			},
		],
	});
});

test('takes a corrected command for the fix, if it prints what it must', () => {
	write(lab, labOf('# instead close-the-lid: 1 prints fine', provoke.replace('[ -e', '[ ! -e')));
	const page = { check: '`ls` prints nothing.', verify: '`ls` works.' };
	writePage({ ...page, step: fence('echo fine') });
	const passed = run('--again').output;
	writePage({ ...page, step: fence('echo no') });
	const failed = run('--again').output;

	expect(passed).toContain('1 passed');
	expect(failed).toContain('wanted: "fine" and no message of the guide');
});

test('tries awkward names, but those that cannot be', () => {
	write(
		lab,
		labOf(
			'# name not dash: it has none',
			'setup() {\n\ttouch other\n\ttouch -- "$NAME.lid"\n}',
			`provoke() {
	if [ -e "$NAME.lid" ]; then
		echo 'P_300: lid open'
		exit 1
	fi
	[ -e other ]
}`,
			'values() { file=$NAME.lid; }',
		),
	);
	const page = { check: '`ls` prints `<file>`.', verify: '`ls` does not print `<file>`.' };
	writePage({ ...page, step: fence('rm <file>') });
	const { output } = run();
	writePage({ ...page, step: fence('rm "<file>"') });
	run();

	expect(output).toContain('with the name "two words", at step 1');
	expect(output).toContain(`with the name "it's", at step 1`);
	expect(output).not.toContain('-demo');
	expect(JSON.parse(read(proof))).toMatchObject({
		fixes: [
			{ names: ['space', 'apostrophe', 'glob'], runs: [{}, { values: { file: 'demo.lid' } }, {}] },
		],
	});
});

test('tells whether a proof still holds', () => {
	run();
	const same = run('--again').output;
	write(proof, read(proof).replace(/("version": ")[^"]*/, '$11.0'));
	const newer = run('--again').output;
	write(lab, `${read(lab)}\n# More.\n`);
	const stale = run('--again').output;

	expect(same).toMatch(/ s\)\n/);
	expect(newer).toMatch(/it holds with Bash \d[\d.]* instead of 1\.0, /);
	expect(stale).toContain('the lab or the guide has changed since its proof was made');
});

test('stops a function at the time limit, and what it started', () => {
	write(lab, labOf('setup() {\n\tsleep 31415 &\n\tsleep 31415\n}\n', provoke));

	const { output } = run('--timeout', '0.5');

	expect(output).toContain('came:   it was stopped at the time limit');
	expect(findProcesses('sleep 31415')).toEqual([]);
});

test('skips a lab whose program is missing or too old, with the reason, and counts it', () => {
	write(lab, labOf(setup, provoke).replace('bash', 'bash >= 99.1'));

	const { status, output } = run();

	expect(output).toMatch(/1 skipped:\n {2}kiln\/p-300: bash is \d[\d.]*, and 99\.1 is needed\n/);
	expect(output.trimEnd()).toMatch(/\n0 passed, 0 failed$/);
	expect(status).toBe(0);
});

test('keeps the files of a failed fix when it is told so', () => {
	writePage({ step: fence('echo tried >tried.txt') });

	const { output } = run('--keep');
	const kept = /its files: (.*)/.exec(output)?.[1] ?? '';

	expect(readFileSync(join(kept, 'home/work/tried.txt'), 'utf8')).toBe('tried\n');
});

test('gives a lab neither the rights nor the environment of who runs it', () => {
	write(
		lab,
		labOf(
			'setup() {\n\ttouch lid-is-open\n\ttest ! -w /etc/passwd\n\ttest -z "${SECRET_OF_TEST-}"\n\ttest "$PWD" = ~/work\n\tls lid-is-open\n}\n',
			provoke,
		),
	);
	process.env['SECRET_OF_TEST'] = 'x';
	const { output } = run('--again');
	delete process.env['SECRET_OF_TEST'];

	expect(output).toContain('1 passed');
});

test.runIf(isolated)('gives a lab loopback and nothing else of the network', () => {
	write(
		lab,
		labOf(
			`setup() {
	touch lid-is-open
	test "$(grep -c : /proc/net/dev)" = 1
	test "$(hostname) $(whoami) $PWD" = 'laptop sam /home/sam/work'
}
`,
			provoke,
		),
	);

	expect(run('--again').output).toContain('1 passed');
});

test('ends a program that takes more memory than a lab has', () => {
	write(
		lab,
		labOf(
			'setup() {\n\ttouch lid-is-open\n\tnode -e "const all = []; for (;;) all.push(Buffer.alloc(2 ** 28))"\n}\n',
			provoke,
		).replace('bash', 'node'),
	);

	const { output } = run('--again');

	expect(output).toContain('at setup');
	expect(output).toMatch(/Array buffer allocation failed|ENOMEM|out of memory/);
});

test('names the lab that was meant', () => {
	const { status, output } = run('kiln/p-030');

	expect(output).toContain('There is no lab "kiln/p-030". Did you mean "kiln/p-300"?');
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
	node -p 'require("left-pad")' || { echo 'P_300: lid open'; exit 1; }
}
`,
		).replace('bash', 'node, npm'),
	);
	writePage({
		check: '`ls app` prints `package.json`.',
		step: fence('cd app\nnpm install left-pad\ncd ..'),
		verify: '`ls app` prints `node_modules`.',
	});

	const { output } = run();

	expect(output).toContain('✓ kiln/p-300');
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

test('runs no lab where the machine gives it no namespaces, and says so', () => {
	const fake = join(root, 'fake');
	mkdirSync(fake);
	writeFileSync(join(fake, 'unshare'), '#!/bin/sh\necho no >&2\nexit 1\n', { mode: 0o755 });

	const { stdout, status } = spawnSync(process.execPath, [cli, '--root', root], {
		encoding: 'utf8',
		env: environment(`${fake}:${process.env['PATH']}`),
	});

	expect(stdout).toContain('All labs are skipped, as this machine gives them no namespaces: no');
	expect(stdout).toContain('0 passed, 0 failed');
	expect(status).toBe(0);
	expect(existsSync(join(root, proof))).toBe(false);
});

describe.runIf(isolated)('ended from outside', () => {
	test.each([
		['SIGINT', 130],
		['SIGTERM', 143],
		['SIGKILL', null],
	] as const)('leaves no process, folder or proof behind after %s', async (signal, code) => {
		const seconds = `2${process.pid}${signal.length}`;
		write(
			lab,
			labOf(
				`setup() {
	setsid sleep ${seconds} &
	node -e 'require("net").createServer().listen(3000, "127.0.0.1")' &
	wait_port 3000
	mkdir closed
	touch closed/file
	chmod 0 closed
	touch ready
	sleep ${seconds}
}
`,
				provoke,
			),
		);
		const runner = spawn(process.execPath, [cli, '--root', root], { env: environment() });
		const ended = new Promise((resolve) => runner.on('exit', resolve));
		// One sandbox for the fix, and one without it.
		await until(() => globSync('*/*/home/work/ready', { cwd: temporary }).length === 2);
		await until(() => findProcesses(`sleep ${seconds}`).length === 4);

		runner.kill(signal);

		expect(await ended).toBe(code);
		await until(() => readdirSync(temporary).length === 0);
		expect(findProcesses(`sleep ${seconds}`)).toEqual([]);
		expect(existsSync(join(root, 'content/proofs'))).toBe(false);
	});
});
