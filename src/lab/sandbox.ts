import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
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

export interface Step {
	/** `timeout` where it took too long, `lost` where the sandbox ended under it. */
	readonly status: number | 'timeout' | 'lost';
	readonly output: string;
}

export interface SandboxOptions {
	readonly workspace: Workspace;
	readonly isolated: boolean;
	readonly timeoutMs: number;
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	return typeof address === 'object' && address ? address.port : 0;
}

function readStart(path: string): string {
	const size = Math.min(statSync(path).size, outputLimitBytes);
	const bytes = Buffer.alloc(size);
	const file = openSync(path, 'r');
	readSync(file, bytes, 0, size, 0);
	closeSync(file);
	return bytes.toString('utf8');
}

/** One lab's machine: an empty home, loopback only, and an end for everything that was started in it. */
export class Sandbox {
	readonly folder: string;
	/** The free ports that the lab has. With a network of its own they are always the same. */
	readonly ports: readonly number[];
	readonly #mark: string;
	readonly #driver: ChildProcess;
	readonly #timeoutMs: number;
	readonly #waiting = new Map<number, (status: Step['status']) => void>();
	readonly #ended: Promise<void>;
	#hasEnded = false;
	#steps = 0;

	static async start(lab: string, options: SandboxOptions): Promise<Sandbox> {
		const ports = options.isolated
			? [3000, 3001, 3002]
			: [await freePort(), await freePort(), await freePort()];
		return new Sandbox(lab, ports, options);
	}

	private constructor(
		lab: string,
		ports: readonly number[],
		{ workspace, isolated, timeoutMs }: SandboxOptions,
	) {
		this.folder = workspace.addFolder(lab);
		this.ports = ports;
		this.#timeoutMs = timeoutMs;
		this.#mark = `${workspace.mark}-${this.folder.split('/').at(-1)}.`;
		const user = isRoot ? String(labUser) : 'same';
		const command = isolated ? unshare : [];
		const [program = '', ...args] = [
			...command,
			...['bash', '--norc', driver, isolated ? 'yes' : 'no', user, labNode, labPackages],
		];
		const errors = openSync(join(this.folder, 'driver.log'), 'w');
		this.#driver = spawn(program, args, {
			cwd: this.folder,
			detached: true,
			stdio: ['pipe', 'pipe', errors],
			env: {
				PATH: process.env['PATH'],
				[markName]: this.#mark,
				LAB_PATH: labPath(),
				LAB_PORT: String(ports[0]),
				LAB_PORT2: String(ports[1]),
				LAB_PORT3: String(ports[2]),
			},
		});
		closeSync(errors);
		this.#driver.stdin?.on('error', () => undefined);
		this.#ended = new Promise((resolve) => {
			const end = () => {
				this.#hasEnded = true;
				for (const answer of this.#waiting.values()) answer('lost');
				resolve();
			};
			this.#driver.on('error', end).on('exit', end);
		});
		createInterface({ input: this.#driver.stdout! }).on('line', (line) => {
			const [number, status] = line.split(' ').map(Number);
			this.#waiting.get(number ?? 0)?.(status ?? 0);
		});
	}

	/** Runs one line of shell, such as the name of a function of the lab. */
	async run(command: string): Promise<Step> {
		this.#steps += 1;
		const number = this.#steps;
		const status = await new Promise<Step['status']>((resolve) => {
			if (this.#hasEnded) {
				resolve('lost');
				return;
			}
			const timer = setTimeout(() => resolve('timeout'), this.#timeoutMs);
			this.#waiting.set(number, (answer) => {
				clearTimeout(timer);
				resolve(answer);
			});
			this.#driver.stdin?.write(`${number} ${command}\n`);
		});
		this.#waiting.delete(number);
		if (status === 'timeout') await this.close();
		return { status, output: this.#outputOf(number) };
	}

	#outputOf(number: number): string {
		try {
			return readStart(join(this.folder, `log-${number}`));
		} catch {
			// The sandbox did not come so far; its own words say why.
			return readStart(join(this.folder, 'driver.log'));
		}
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
