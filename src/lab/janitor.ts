/*
 * `node janitor.ts <mark> <folder>`: waits until the runner closes the pipe to it, or dies in any way, which closes it
 * too. Then it ends what the labs started and removes the folder. It has a session of its own, so that no signal for
 * the runner reaches it.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { killMarked } from './marked-processes.ts';

const [mark, folder] = process.argv.slice(2);
if (!mark || !folder) throw new Error('janitor.ts needs a mark and a folder.');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

for await (const _ of process.stdin);
// What is being ended may still write, or hold a mount: so more than once.
for (let attempt = 0; attempt < 100; attempt += 1) {
	await killMarked(mark);
	try {
		rmSync(folder, { recursive: true, force: true });
		break;
	} catch {
		// A lab may have closed a folder to its own user.
		spawnSync('chmod', ['-R', 'u+rwX', folder]);
		await wait(100);
	}
}
