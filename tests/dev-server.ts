import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ownEnvironment } from './project.ts';

export interface DevServer {
	readonly origin: string;
	/** All that it has printed so far. */
	readonly printed: () => string;
	readonly isRunning: () => boolean;
	readonly stop: () => Promise<void>;
}

/** `astro dev` in a copy of the project. Throws with what it printed when it does not start. */
export async function startDevServer(project: string, port: number): Promise<DevServer> {
	const args = ['node_modules/astro/bin/astro.mjs', 'dev', '--port', String(port)];
	const server = spawn(process.execPath, args, {
		cwd: project,
		env: ownEnvironment(),
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let printed = '';
	const origin = await new Promise<string>((done, failed) => {
		const collect = (chunk: Buffer) => {
			printed += chunk.toString();
			const found = /http:\/\/localhost:\d+/.exec(printed)?.[0];
			if (found) done(found);
		};
		server.stdout.on('data', collect);
		server.stderr.on('data', collect);
		server.once('exit', () => failed(new Error(`The dev server has not started:\n${printed}`)));
	});
	return {
		origin,
		printed: () => printed,
		isRunning: () => server.exitCode === null,
		stop: async () => {
			server.kill();
			await once(server, 'exit');
		},
	};
}
