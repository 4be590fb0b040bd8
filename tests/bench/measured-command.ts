import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { PlainError } from '#cli/arguments.ts';
import { ownEnvironment } from '../project.ts';

/** What a run of a program took, with all processes that it started. */
export interface Cost {
	readonly wallSeconds: number;
	/** User and system time. Not a number where there is no `/proc`. */
	readonly cpuSeconds: number;
	/** The most that its processes held at one moment; memory that they share counts for each. */
	readonly peakBytes: number;
}

/** `/proc` counts time in hundredths of a second on every system that Node.js runs on. */
const ticksPerSecond = 100;
const sampleMs = 100;

function readProc(path: string): string {
	try {
		return readFileSync(`/proc/${path}`, 'utf8');
	} catch {
		// The process has ended, or there is no such file system.
		return '';
	}
}

/** User and system time of a process, or of the children that it has waited for. */
function ticksOf(pid: number | 'self', whose: 'own' | 'children'): number {
	// The name of the program, in brackets, may hold spaces; the state follows it.
	const numbers = readProc(`${pid}/stat`)
		.replace(/^.*\) \S /s, '')
		.split(' ')
		.map(Number);
	const at = whose === 'own' ? 10 : 12;
	return (numbers[at] ?? NaN) + (numbers[at + 1] ?? NaN);
}

function descendants(pid: number): number[] {
	try {
		const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
			readProc(`${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
		);
		return [pid, ...children.flatMap(descendants)];
	} catch {
		return [];
	}
}

/** Runs a program to its end, with a line about what it took. Throws when it fails. */
export async function runMeasured(
	what: string,
	[program = '', ...args]: readonly string[],
	cwd: string,
): Promise<Cost> {
	const ticksBefore = ticksOf('self', 'children');
	const started = performance.now();
	const child = spawn(program, args, {
		cwd,
		env: ownEnvironment(),
		stdio: ['ignore', 'ignore', 'inherit'],
		// A group of its own, so that it can be ended together with what it starts.
		detached: true,
	});
	const end = () => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL');
	process.once('exit', end);
	const ticks = new Map<number, number>();
	let peakBytes = 0;
	const timer = setInterval(() => {
		let bytes = 0;
		for (const pid of descendants(child.pid ?? 0)) {
			const seen = ticksOf(pid, 'own');
			if (seen > 0) ticks.set(pid, seen);
			const resident = /^VmRSS:\s+(\d+) kB/m.exec(readProc(`${pid}/status`))?.[1];
			bytes += Number(resident ?? 0) * 1024;
		}
		peakBytes = Math.max(peakBytes, bytes);
	}, sampleMs);
	try {
		const [code] = (await once(child, 'close')) as [number | null]; // As its event has it.
		if (code !== 0) throw new PlainError(`${what} failed: ${[program, ...args].join(' ')}`);
	} finally {
		clearInterval(timer);
		process.removeListener('exit', end);
	}
	const wallSeconds = (performance.now() - started) / 1000;
	// What was seen is the lower bound, but it also knows processes that nobody waited for.
	const seen = [...ticks.values()].reduce((sum, value) => sum + value, 0);
	const cpuSeconds = Math.max(ticksOf('self', 'children') - ticksBefore, seen) / ticksPerSecond;
	console.error(
		`${what}: ${wallSeconds.toFixed(1)} s, CPU ${cpuSeconds.toFixed(1)} s, ${Math.round(peakBytes / 1e6)} MB`,
	);
	return { wallSeconds, cpuSeconds, peakBytes };
}
