import { spawn, type ChildProcess } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	copyFileSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The user that labs run as, where the runner may choose: no account of any system, and none that systemd hands out. */
export const labUser = 60999;

const source = import.meta.dirname;
/** The packages of the project, some of which have programs that labs can need. */
export const labPackages = join(source, '..', '..', 'node_modules');
const projectNode = join(labPackages, 'node', 'bin', 'node');

/** The Node.js that labs get: the one that the project brings with it. */
export const labNode = existsSync(projectNode) ? projectNode : process.execPath;

/** What names resolve to in a sandbox, which has no network. */
const etc: Readonly<Record<string, string>> = {
	hosts: '127.0.0.1\tlocalhost\n::1\tlocalhost\n127.0.1.1\tlaptop\n',
	'resolv.conf': 'nameserver 127.0.0.53\n',
};

/** A file of accounts as the machine has it, with the user that labs run as. */
function withLabUser(path: string, line: string): string {
	const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
	return `${text.replace(/^sam:.*\n/gm, '')}${line}\n`;
}

/** The one temporary folder of a run, with a janitor that removes it whatever happens to the runner. */
export class Workspace {
	readonly folder: string;
	/** Marks every process of this run. */
	readonly mark: string;
	readonly #janitor: ChildProcess;
	#count = 0;

	constructor() {
		this.folder = mkdtempSync(join(tmpdir(), 'error-fixer-hub-labs-'));
		this.mark = this.folder.slice(-6);
		this.#janitor = spawn(process.execPath, [join(source, 'janitor.ts'), this.mark, this.folder], {
			stdio: ['pipe', 'ignore', 'inherit'],
			detached: true,
		});
		chmodSync(this.folder, 0o755);
		const tools = join(this.folder, 'tools');
		mkdirSync(join(tools, 'bin'), { recursive: true });
		mkdirSync(join(tools, 'room'));
		for (const name of ['reader.sh', 'lab-shell.sh'])
			copyFileSync(join(source, 'tools', name), join(tools, name));
		copyFileSync(join(source, 'tools', 'sudo'), join(tools, 'bin', 'sudo'));
		chmodSync(join(tools, 'bin', 'sudo'), 0o755);
		cpSync(join(source, 'registry'), join(tools, 'registry'), { recursive: true });
		writeFileSync(join(tools, 'registry', 'package.json'), '{ "type": "module" }\n');
		// The real one is mounted over it.
		writeFileSync(join(tools, 'bin', 'node'), '', { mode: 0o755 });
		mkdirSync(join(tools, 'node_modules'));
		mkdirSync(join(this.folder, 'etc'));
		const files = {
			...etc,
			passwd: withLabUser('/etc/passwd', `sam:x:${labUser}:${labUser}::/home/sam:/bin/bash`),
			group: withLabUser('/etc/group', `sam:x:${labUser}:`),
		};
		for (const [name, text] of Object.entries(files))
			writeFileSync(join(this.folder, 'etc', name), text);
	}

	/** A folder for one sandbox: an empty home with an empty work folder, and a room for what the runner and it tell each other. */
	addFolder(lab: string): string {
		this.#count += 1;
		const folder = join(this.folder, String(this.#count));
		const owned = ['home', 'home/work', 'tmp', 'room'].map((name) => join(folder, name));
		mkdirSync(folder);
		for (const path of owned) {
			mkdirSync(path);
			if (process.getuid?.() === 0) chownSync(path, labUser, labUser);
		}
		writeFileSync(join(folder, 'room', 'lab.sh'), lab);
		return folder;
	}

	/** Takes a sandbox's folder out of what the janitor removes. Returns where it is now. */
	keep(folder: string, name: string): string {
		const kept = mkdtempSync(join(tmpdir(), `error-fixer-hub-kept-${name.replaceAll('/', '-')}-`));
		chmodSync(kept, 0o755);
		renameSync(folder, join(kept, 'lab'));
		return join(kept, 'lab');
	}

	/** Ends everything that runs, and removes the folder. */
	async close(): Promise<void> {
		this.#janitor.stdin?.end();
		if (this.#janitor.exitCode === null) await once(this.#janitor, 'exit');
	}
}
