import { beforeEach, describe, expect, test, vi } from 'vitest';
import { PlainError } from '#cli/arguments.ts';
import { runMeasured } from '../../bench/measured-command.ts';
import { runBench } from '../../bench/run.ts';

const folder = process.cwd();
/** Takes 0.4 seconds of CPU time, however busy the machine is. */
const busy =
	'for (let used = 0; used < 4e5; ) { const { user, system } = process.cpuUsage(); used = user + system; }';

describe.runIf(process.platform === 'linux')('a measured command', () => {
	vi.spyOn(console, 'error').mockImplementation(() => undefined);

	test('counts the time of the processes that it starts, and the memory of all', async () => {
		const child = `require('child_process').spawnSync(process.execPath, ['-e', '${busy}'])`;
		const alone = await runMeasured('alone', [process.execPath, '-e', busy], folder);
		const both = await runMeasured('both', [process.execPath, '-e', `${child}; ${busy}`], folder);

		expect(alone.cpuSeconds).toBeGreaterThan(0.35);
		expect(both.cpuSeconds).toBeGreaterThan(0.75);
		expect(both.wallSeconds).toBeGreaterThan(0.75);
		expect(both.peakBytes).toBeGreaterThan(1.4 * alone.peakBytes);
	});

	test('that fails is named in the reason', async () => {
		const command = [process.execPath, '-e', 'process.exit(3)'];

		await expect(runMeasured('the build', command, folder)).rejects.toThrow(
			new PlainError(`the build failed: ${command.join(' ')}`),
		);
	});

	test('that cannot be started is a failure as well', async () => {
		await expect(runMeasured('it', ['no-such-program'], folder)).rejects.toThrow('ENOENT');
	});
});

describe('npm run bench', () => {
	const printed = vi.spyOn(console, 'error');
	const answered = vi.spyOn(console, 'log').mockImplementation(() => undefined);
	beforeEach(() => void printed.mockReset().mockImplementation(() => undefined));

	test.each([
		[['--guides', 'many'], '--guides is "many"'],
		[['--guides', '3'], 'from 50 to 100000'],
		[['--rounds', '0'], '--rounds is "0"'],
		[['--seed', ''], '--seed is ""'],
		[['--colour'], "Unknown option '--colour'"],
		[['100'], 'There is no part "100".'],
	])('refuses %j with a reason', async (args, reason) => {
		const code = await runBench(args);

		expect(printed.mock.calls).toEqual([[expect.stringContaining(reason)]]);
		expect(printed.mock.calls[0]?.[0]).toContain('usage: npm run bench');
		expect(code).toBe(2);
	});

	test('shows its usage when asked for help, and measures nothing', async () => {
		const code = await runBench(['--help']);

		expect(answered.mock.calls).toEqual([[expect.stringMatching(/^usage: npm run bench/)]]);
		expect(printed).not.toHaveBeenCalled();
		expect(code).toBe(0);
	});
});
