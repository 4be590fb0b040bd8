import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import sirv from 'sirv';

const usage = `usage: npm run serve [-- --port <number> --site <folder>]

  --port <number>   the port to listen on (default: 4321, or the next free one)
  --site <folder>   the built site to serve (default: dist)`;

function fail(message: string): never {
	console.error(message);
	process.exit(2);
}

function readArguments(): { port: number | undefined; site: string } {
	try {
		const { values } = parseArgs({
			options: {
				port: { type: 'string' },
				site: { type: 'string', default: 'dist' },
				help: { type: 'boolean', short: 'h' },
			},
		});
		if (values.help) {
			console.log(usage);
			process.exit(0);
		}
		const port = values.port === undefined ? undefined : Number(values.port);
		if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65535)) {
			fail(
				`--port is "${values.port}", and it must be a whole number from 0 to 65535.\n\n${usage}`,
			);
		}
		return { port, site: resolve(values.site) };
	} catch (error) {
		fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
	}
}

/** Listens on the port, or with `mayMove` on the first free one of the next nineteen. */
function listen(server: Server, port: number, mayMove: boolean): Promise<number> {
	return new Promise((done, failed) => {
		const last = mayMove ? port + 19 : port;
		server.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code !== 'EADDRINUSE' || port >= last) failed(error);
			else server.listen((port += 1), '127.0.0.1');
		});
		server.on('listening', () => {
			const address = server.address();
			done(address !== null && typeof address === 'object' ? address.port : port);
		});
		server.listen(port, '127.0.0.1');
	});
}

const { port, site } = readArguments();
const notFound = join(site, '404.html');
if (!existsSync(notFound)) fail(`There is no built site in ${site}. Run \`npm run build\` first.`);

const serveFile = sirv(site, {
	// Files are read anew for each request, so that a rebuild shows without a restart.
	dev: true,
	etag: true,
	setHeaders: (response, path) => {
		if (path.startsWith('/_astro/'))
			response.setHeader('cache-control', 'public, max-age=31536000, immutable');
	},
});
const server = createServer((request, response) => {
	serveFile(request, response, () => {
		response.writeHead(404, { 'content-type': 'text/html;charset=utf-8' });
		response.end(readFileSync(notFound));
	});
});
try {
	const actual = await listen(server, port ?? 4321, port === undefined);
	if (port === undefined && actual !== 4321) console.log('Port 4321 is taken.');
	console.log(`The site is at http://localhost:${actual}/ (Ctrl+C stops it).`);
} catch (error) {
	fail(
		error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
			? `Port ${port ?? 4321} is taken. Stop the program that holds it, or choose another with --port.`
			: `The server could not start: ${error instanceof Error ? error.message : String(error)}`,
	);
}
