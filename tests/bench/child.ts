import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a run of a program took, with all processes that it started. */
export interface Cost {
	readonly wallSeconds: number;
	/** User and system time. Missing where there is no `/proc`. */
	readonly cpuSeconds: number | undefined;
	/** The part of it that processes took which the program started, as far as they were seen running. */
	readonly helperSeconds: number | undefined;
	/** The largest single process. Missing also where a run was too short to be seen. */
	readonly peakBytes: number | undefined;
	/** All processes at one moment; memory that they share counts for each. */
	readonly peakTreeBytes: number | undefined;
}

/** `/proc` counts time in hundredths of a second on every system that Node.js runs on. */
const ticksPerSecond = 100;
const sampleMs = 100;

/** A program ended with a failure of its own; its message holds what it printed last. */
export class ChildError extends Error {}

const running = new Set<ChildProcess>();

/** Ends what still runs, with the processes that it started. */
export function endChildren(): void {
	for (const { pid } of running) {
		try {
			if (pid !== undefined) process.kill(-pid, 'SIGKILL');
		} catch {
			// It has just ended by itself.
		}
	}
}

function readProc(path: string): string {
	try {
		return readFileSync(`/proc/${path}`, 'utf8');
	} catch {
		// The process has ended, or there is no such file system.
		return '';
	}
}

/** The numbers of `/proc/<pid>/stat` from the third on: the name before them may hold spaces. */
function readStat(pid: number | 'self'): number[] {
	return readProc(`${pid}/stat`)
		.replace(/^.*\) \S /s, '')
		.split(' ')
		.map(Number);
}

/** Time of the children that this process has waited for, and of those that they have waited for. */
function waitedTicks(): number {
	const stat = readStat('self');
	return (stat[12] ?? 0) + (stat[13] ?? 0);
}

function descendants(pid: number): number[] {
	let threads: string[];
	try {
		threads = readdirSync(`/proc/${pid}/task`);
	} catch {
		return [];
	}
	const children = threads.flatMap((thread) =>
		readProc(`${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
	);
	return [pid, ...children.flatMap(descendants)];
}

function readBytes(status: string, field: string): number {
	return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024;
}

class Sampler {
	readonly #ticks = new Map<number, number>();
	peakBytes = 0;
	peakTreeBytes = 0;

	sample(root: number): void {
		let tree = 0;
		for (const pid of descendants(root)) {
			const stat = readStat(pid);
			const status = readProc(`${pid}/status`);
			if (stat.length < 12 || !status) continue;
			this.#ticks.set(pid, (stat[10] ?? 0) + (stat[11] ?? 0));
			this.peakBytes = Math.max(this.peakBytes, readBytes(status, 'VmHWM'));
			tree += readBytes(status, 'VmRSS');
		}
		this.peakTreeBytes = Math.max(this.peakTreeBytes, tree);
	}

	/** Lower bounds, but they also know processes that nobody waited for. */
	ticks(root: number): { all: number; helpers: number } {
		const all = [...this.#ticks.values()].reduce((sum, ticks) => sum + ticks, 0);
		return { all, helpers: all - (this.#ticks.get(root) ?? 0) };
	}
}

/** Runs a program to its end. Throws with what it printed when it fails. */
export async function runMeasured(
	command: string,
	args: readonly string[],
	cwd: string,
): Promise<Cost> {
	const known = readStat('self').length > 13;
	const ticksBefore = waitedTicks();
	const started = performance.now();
	// A group of its own, so that it can be ended together with what it starts.
	const child = spawn(command, [...args], {
		cwd,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	running.add(child);
	let printed = '';
	const keep = (text: string) => (printed = (printed + text).slice(-4000));
	child.stdout.setEncoding('utf8').on('data', keep);
	child.stderr.setEncoding('utf8').on('data', keep);
	const sampler = new Sampler();
	const take = () => child.pid !== undefined && sampler.sample(child.pid);
	const timer = known ? setInterval(take, sampleMs) : undefined;
	try {
		const { code, signal } = await new Promise<{ code: number | null; signal: string | null }>(
			(resolve, reject) => {
				child.once('error', reject);
				child.once('close', (code, signal) => resolve({ code, signal }));
			},
		);
		if (code !== 0) {
			const what = [command, ...args].join(' ');
			throw new ChildError(
				`${what}\nended with ${signal ?? `exit code ${code}`}:\n${printed.trim()}`,
			);
		}
	} finally {
		clearInterval(timer);
		running.delete(child);
	}
	const seen = sampler.ticks(child.pid ?? 0);
	const ticks = Math.max(waitedTicks() - ticksBefore, seen.all);
	return {
		wallSeconds: (performance.now() - started) / 1000,
		cpuSeconds: known ? ticks / ticksPerSecond : undefined,
		helperSeconds: known ? seen.helpers / ticksPerSecond : undefined,
		peakBytes: sampler.peakBytes || undefined,
		peakTreeBytes: sampler.peakTreeBytes || undefined,
	};
}
