/*
 * `node janitor.ts <mark> <folder>`: waits until the runner closes the pipe to it, or dies in any way, which closes it
 * too. Then it ends what the labs started and removes the folder. It has a session of its own, so that no signal for
 * the runner reaches it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { killMarked } from './marked-processes.ts';

const [mark, folder] = process.argv.slice(2);
if (!mark || !folder) throw new Error('janitor.ts needs a mark and a folder.');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

for await (const _ of process.stdin);
// What is being ended may still write, and the runner may be removing the same files. `rmSync` reports success where a
// file went away under it, with the rest still there: so until nothing is left.
let attempts = 0;
do {
	attempts += 1;
	await killMarked(mark);
	try {
		rmSync(folder, { recursive: true, force: true });
	} catch {
		// A lab may have closed a folder to its own user.
		spawnSync('chmod', ['-R', 'u+rwX', folder]);
		await wait(100);
	}
} while (existsSync(folder) && attempts < 100);
