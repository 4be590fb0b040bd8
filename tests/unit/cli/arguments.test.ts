import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseNumber, PlainError, runCommand, UsageError } from '#cli/arguments.ts';

const printed = vi.spyOn(console, 'error');
const answered = vi.spyOn(console, 'log');

beforeEach(() => {
	printed.mockImplementation(() => undefined);
	answered.mockImplementation(() => undefined);
});
afterEach(() => vi.resetAllMocks());

function run(
	args: readonly string[],
	answer: (name: string | undefined, args: readonly string[]) => number,
	takesArguments = true,
): Promise<number> {
	return runCommand(
		{
			usage: 'usage: greet [--name <name>]',
			options: { name: { type: 'string' } },
			takesArguments,
			run: ({ name }, rest) => answer(name, rest),
		},
		args,
	);
}

function fail(error: Error): () => never {
	return () => {
		throw error;
	};
}

describe('a command', () => {
	test('gets its options and arguments, and its answer is the exit code', async () => {
		const seen: unknown[] = [];
		const code = await run(['--name', 'Ada', 'twice'], (...all) => {
			seen.push(...all);
			return 1;
		});

		expect(seen).toEqual(['Ada', ['twice']]);
		expect(code).toBe(1);
		expect(printed).not.toHaveBeenCalled();
	});

	test.each(['--help', '-h'])('shows its usage for %s and does nothing', async (flag) => {
		const code = await run([flag], fail(new Error('It was run.')));

		expect(code).toBe(0);
		expect(answered.mock.calls).toEqual([['usage: greet [--name <name>]']]);
	});

	test.each([
		[['--nmae', 'Ada'], true, "Unknown option '--nmae'"],
		[['--name'], true, "Option '--name <value>' argument missing"],
		[['Ada'], false, "Unexpected argument 'Ada'"],
	])('answers %j with the reason, its usage and 2', async (args, takesArguments, reason) => {
		const code = await run(args, fail(new Error('It was run.')), takesArguments);
		const [[text] = []] = printed.mock.calls;

		expect(code).toBe(2);
		expect(text).toMatch(reason);
		expect(text).toMatch(/\n\nusage: greet \[--name <name>\]$/);
	});

	test.each([
		[new UsageError('Whom?'), 'Whom?\n\nusage: greet [--name <name>]'],
		[new PlainError('There is no Ada.'), 'There is no Ada.'],
		[Object.assign(new Error('ENOSPC: full'), { syscall: 'write' }), 'ENOSPC: full'],
	])('shows %s without a stack trace, and ends with 2', async (error, text) => {
		expect(await run([], fail(error))).toBe(2);
		expect(printed.mock.calls).toEqual([[text]]);
	});

	test('shows where a failure of its own comes from', async () => {
		const error = new TypeError('x is undefined');

		expect(await run([], fail(error))).toBe(2);
		expect(printed.mock.calls).toEqual([[error]]);
	});
});

describe('a number', () => {
	test('is read within its range', () => {
		expect(parseNumber('port', '0', { min: 0, max: 65535 })).toBe(0);
		expect(parseNumber('port', '65535', { min: 0, max: 65535 })).toBe(65535);
		expect(parseNumber('timeout', '0.5', { min: 0.1, whole: false })).toBe(0.5);
	});

	test.each(['', 'many', '-1', '1e3', '0x10', '1.5', '0', '101', ' 5'])(
		'"%s" is refused with the range',
		(text) => {
			expect(() => parseNumber('jobs', text, { min: 1, max: 100 })).toThrow(
				new UsageError(`--jobs is "${text}". It must be a whole number from 1 to 100.`),
			);
		},
	);

	test('without an upper bound names the lower one', () => {
		expect(() => parseNumber('timeout', '0', { min: 0.1, whole: false })).toThrow(
			'--timeout is "0". It must be a number of at least 0.1.',
		);
	});
});

describe.each([
	['check', ['no-such.mdx'], 'There is no file no-such.mdx in the content.'],
	['find', ['--site', 'no-such', 'x'], 'There is no index in no-such/'],
	['labs', ['--jobs', 'many'], '--jobs is "many". It must be a whole number of at least 1.'],
	['new', ['nodejs'], '"nodejs" is not <product>/<slug>.'],
	['serve', ['--site', 'no-such'], 'There is no built site in '],
])('%s', (name, args, message) => {
	test.each([
		['an unknown option', ['--bogus'], "Unknown option '--bogus'"],
		['a wrong value', args, message],
	])('answers %s with a reason, no stack trace and 2', (_, given, reason) => {
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			[`src/cli/${name}.ts`, ...given],
			{ encoding: 'utf8' },
		);

		expect(status).toBe(2);
		expect(stdout).toBe('');
		expect(stderr).toContain(reason);
		expect(stderr).not.toMatch(/^\s+at /m);
	});
});
