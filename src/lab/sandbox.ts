import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import type { Outcome } from './expectation.ts';
import { killMarked, markName } from './marked-processes.ts';
import { labPath } from './lab-path.ts';
import { labNode, labPackages, labUser, type Workspace } from './workspace.ts';

const driver = join(import.meta.dirname, 'tools', 'driver.sh');
const outputLimitBytes = 1_000_000;
const isRoot = process.getuid?.() === 0;

/** Namespaces of its own for mounts, names, network and processes. A person who is not root becomes so in one of users. */
const unshare = [
	'unshare',
	...(isRoot ? [] : ['--user', `--map-user=${labUser}`, `--map-group=${labUser}`, '--keep-caps']),
	...['--mount', '--uts', '--ipc', '--net', '--pid', '--fork', '--kill-child', '--'],
];

export interface Step extends Outcome {
	/** `timeout` where it took too long, `lost` where the sandbox ended under it. */
	readonly status: number | 'timeout' | 'lost';
}

export interface SandboxOptions {
	readonly workspace: Workspace;
	readonly timeoutMs: number;
}

function readStart(path: string): string {
	const size = Math.min(statSync(path).size, outputLimitBytes);
	const bytes = Buffer.alloc(size);
	const file = openSync(path, 'r');
	readSync(file, bytes, 0, size, 0);
	closeSync(file);
	return bytes.toString('utf8');
}

/** A text as one word of a shell. */
function quote(text: string): string {
	return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * A machine for one lab: an empty home, loopback only, and an end for everything that was started in it. In it sits the
 * reader of a page, in one shell. The functions of the lab run beside that shell, and what they set it does not see.
 */
export class Sandbox {
	readonly folder: string;
	readonly #name: string;
	readonly #mark: string;
	readonly #driver: ChildProcess;
	readonly #timeoutMs: number;
	readonly #ended: Promise<void>;
	#answer: ((status: Step['status']) => void) | undefined;
	#hasEnded = false;
	#steps = 0;

	/** `name` is what the lab knows as `$NAME`. */
	constructor(lab: string, name: string, { workspace, timeoutMs }: SandboxOptions) {
		this.folder = workspace.addFolder(lab);
		this.#name = name;
		this.#timeoutMs = timeoutMs;
		this.#mark = `${workspace.mark}-${this.folder.split('/').at(-1)}.`;
		const user = isRoot ? String(labUser) : 'same';
		const [program = '', ...args] = [
			...unshare,
			...['bash', '--norc', driver, user, labNode, labPackages],
		];
		const errors = openSync(join(this.folder, 'driver.log'), 'w');
		this.#driver = spawn(program, args, {
			cwd: this.folder,
			detached: true,
			stdio: ['pipe', 'pipe', errors],
			env: { PATH: process.env['PATH'], [markName]: this.#mark, LAB_PATH: labPath() },
		});
		closeSync(errors);
		this.#driver.stdin?.on('error', () => undefined);
		this.#ended = new Promise((resolve) => {
			const end = () => {
				this.#hasEnded = true;
				this.#answer?.('lost');
				resolve();
			};
			this.#driver.on('error', end).on('exit', end);
		});
		createInterface({ input: this.#driver.stdout! }).on('line', (line) =>
			this.#answer?.(Number(line)),
		);
	}

	/** Runs a text as the reader, whose shell keeps its folder and its variables. */
	async read(text: string): Promise<Step> {
		return this.#run('reader', text, undefined);
	}

	/** Runs a text that can call the functions of the lab, in the folder of the reader. */
	async run(text: string, input?: string): Promise<Step> {
		return this.#run('lab', `NAME=${quote(this.#name)}\n${text}`, input);
	}

	/** Runs the functions that make the machine ready; the reader then starts where they end, with what they exported. */
	async setUp(functions: readonly string[]): Promise<Step> {
		const step = await this.run([...functions, '__hand_over'].join('\n'));
		return step.status === 0 ? this.read('. /home/lab/room/surroundings') : step;
	}

	/** The variables of these names after some functions of the lab; those that are not set are missing. */
	async readValues(
		functions: readonly string[],
		names: readonly string[],
	): Promise<{ readonly step: Step; readonly values: ReadonlyMap<string, string> }> {
		const step = await this.run([...functions, `__write_values ${names.join(' ')}`].join('\n'));
		const parts = step.status === 0 ? this.#readRoom('values').split('\0') : [];
		const values = new Map<string, string>();
		for (let at = 0; at + 1 < parts.length; at += 2) values.set(parts[at]!, parts[at + 1]!);
		return { step, values };
	}

	async #run(who: string, text: string, input: string | undefined): Promise<Step> {
		this.#steps += 1;
		if (input !== undefined) writeFileSync(join(this.folder, 'room', 'input'), input);
		const from = input === undefined ? '/dev/null' : '/home/lab/room/input';
		const status = await new Promise<Step['status']>((resolve) => {
			if (this.#hasEnded) {
				resolve('lost');
				return;
			}
			const timer = setTimeout(() => resolve('timeout'), this.#timeoutMs);
			this.#answer = (answer) => {
				clearTimeout(timer);
				resolve(answer);
			};
			this.#driver.stdin?.write(`${who}\0${text}\0${from}\0`);
		});
		this.#answer = undefined;
		// What the lab does it does in a shell of its own, which tells only whether it succeeded.
		const failures = who === 'reader' ? this.#readRoom('failures').split('\0').slice(0, -1) : [];
		const output =
			this.#readRoom(`output-${this.#steps}`) || (status === 'lost' ? this.#readOwnWords() : '');
		if (status === 'timeout') await this.close();
		return { status, output, failures };
	}

	#readRoom(name: string): string {
		try {
			return readStart(join(this.folder, 'room', name));
		} catch {
			return '';
		}
	}

	/** What a sandbox that did not come so far says itself. */
	#readOwnWords(): string {
		return readStart(join(this.folder, 'driver.log'));
	}

	/** Ends everything that runs in it. Its files stay. */
	async close(): Promise<void> {
		await killMarked(this.#mark);
		await this.#ended;
	}

	/** Removes its files, so that a long run does not fill the disk; what resists is left to the janitor. */
	async remove(): Promise<void> {
		await rm(this.folder, { recursive: true, force: true }).catch(() => undefined);
	}
}
