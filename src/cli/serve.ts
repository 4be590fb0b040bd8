import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import compression from 'compression';
import sirv from 'sirv';
import { headersFor, parseHeaders } from '#integrations/headers-file.ts';
import { basePath } from '#lib/url.ts';

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

// Files are read anew for each request, so that a rebuild shows without a restart.
const serveFile = sirv(site, { dev: true, etag: true });
/** As static hosts do, so that what is measured here is what readers get. */
const compress = compression();

/** The path and the query of a request; the path of no page when it cannot be decoded. */
function addressOf({ url = '/' }: IncomingMessage): { path: string; query: string } {
	const [, encoded = '', query = ''] = /^([^?]*)(.*)$/.exec(url) ?? [];
	try {
		return { path: decodeURIComponent(encoded), query };
	} catch {
		return { path: '/404.html', query };
	}
}

/** What the site's own `_headers` say, as the static host that reads them would send it. */
function setHeaders(response: ServerResponse, path: string): void {
	const rules = parseHeaders(readFileSync(join(site, '_headers'), 'utf8'));
	for (const [name, value] of Object.entries(headersFor(rules, path)))
		response.setHeader(name, value);
}

function answer(request: IncomingMessage, response: ServerResponse): void {
	const { path: address, query } = addressOf(request);
	setHeaders(response, address);
	if (address === '/' && basePath !== '/') {
		response.writeHead(302, { location: basePath });
		response.end();
		return;
	}
	const answerNotFound = () => {
		response.writeHead(404, { 'content-type': 'text/html;charset=utf-8' });
		response.end(readFileSync(notFound));
	};
	if (!address.startsWith(basePath)) {
		answerNotFound();
		return;
	}
	const path = address.slice(basePath.length - 1);
	if (!path.endsWith('/') && existsSync(join(site, path, 'index.html'))) {
		const folder = path.slice(path.lastIndexOf('/') + 1);
		response.writeHead(308, { location: `./${encodeURIComponent(folder)}/${query}` });
		response.end();
		return;
	}
	request.url = request.url?.slice(basePath.length - 1);
	if (path === '/_headers') answerNotFound();
	else serveFile(request, response, answerNotFound);
}

const server = createServer((request, response) =>
	compress(request, response, () => answer(request, response)),
);
try {
	const actual = await listen(server, port ?? 4321, port === undefined);
	if (port === undefined && actual !== 4321) console.log('Port 4321 is taken.');
	console.log(`The site is at http://localhost:${actual}${basePath} (Ctrl+C stops it).`);
} catch (error) {
	fail(
		error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
			? `Port ${port ?? 4321} is taken. Stop the program that holds it, or choose another with --port.`
			: `The server could not start: ${error instanceof Error ? error.message : String(error)}`,
	);
}
