import { resolve } from 'node:path';
import { basePath } from '#lib/url.ts';
import { parseNumber, runCommand } from './arguments.ts';
import { createSiteServer, listen } from './site-server.ts';

const usage = `usage: npm run serve [-- --port <number> --site <folder>]

  --port <number>   the port to listen on (default: 4321, or the next free one)
  --site <folder>   the built site to serve (default: dist)`;

const usualPort = 4321;

process.exitCode = await runCommand({
	usage,
	options: { port: { type: 'string' }, site: { type: 'string', default: 'dist' } },
	takesArguments: false,
	run: async ({ port: wanted, site }) => {
		const port =
			wanted === undefined ? usualPort : parseNumber('port', wanted, { min: 0, max: 65535 });
		const server = createSiteServer(resolve(site));
		const actual = await listen(server, port, wanted === undefined ? 20 : 1);
		if (wanted === undefined && actual !== usualPort) console.log(`Port ${usualPort} is taken.`);
		console.log(`The site is at http://localhost:${actual}${basePath} (Ctrl+C stops it).`);
		return 0;
	},
});
