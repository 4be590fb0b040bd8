import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { headersFor, parseHeaders } from '#integrations/headers-file.ts';
import { basePath } from '#lib/url.ts';
import { PlainError } from './arguments.ts';

/** The path and the query of a request; the path of no page when it cannot be decoded. */
function addressOf({ url = '/' }: IncomingMessage): { path: string; query: string } {
	const [, encoded = '', query = ''] = /^([^?]*)(.*)$/.exec(url) ?? [];
	try {
		return { path: decodeURIComponent(encoded), query };
	} catch {
		return { path: '/404.html', query };
	}
}

/** A server of a built site as a static host would send it. */
export function createSiteServer(site: string): Server {
	const notFound = join(site, '404.html');
	if (!existsSync(notFound))
		throw new PlainError(`There is no built site in ${site}. Run \`npm run build\` first.`);
	// Files are read anew for each request, so that a rebuild shows without a restart.
	const serveFile = sirv(site, { dev: true, etag: true });
	const compress = compression();

	const setHeaders = (response: ServerResponse, path: string) => {
		const rules = parseHeaders(readFileSync(join(site, '_headers'), 'utf8'));
		for (const [name, value] of Object.entries(headersFor(rules, path)))
			response.setHeader(name, value);
	};
	const answer = (request: IncomingMessage, response: ServerResponse) => {
		const { path: address, query } = addressOf(request);
		setHeaders(response, address);
		const answerNotFound = () => {
			response.writeHead(404, { 'content-type': 'text/html;charset=utf-8' });
			response.end(readFileSync(notFound));
		};
		const redirect = (status: number, location: string) =>
			response.writeHead(status, { location }).end();
		if (!address.startsWith(basePath)) {
			if (address === '/') redirect(302, basePath);
			else answerNotFound();
			return;
		}
		const path = address.slice(basePath.length - 1);
		if (!path.endsWith('/') && existsSync(join(site, path, 'index.html'))) {
			const folder = path.slice(path.lastIndexOf('/') + 1);
			redirect(308, `./${encodeURIComponent(folder)}/${query}`);
			return;
		}
		request.url = request.url?.slice(basePath.length - 1);
		if (path === '/_headers') answerNotFound();
		else serveFile(request, response, answerNotFound);
	};
	return createServer((request, response) =>
		compress(request, response, () => answer(request, response)),
	);
}

/** Listens on the port, or on the next one that is free; returns which. */
export async function listen(server: Server, port: number, tries = 1): Promise<number> {
	try {
		server.listen(port, '127.0.0.1');
		await once(server, 'listening');
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
		if (tries > 1) return listen(server, port + 1, tries - 1);
		throw new PlainError(
			`Port ${port} is taken. Stop the program that holds it, or choose another with --port.`,
		);
	}
	const address = server.address();
	return address !== null && typeof address === 'object' ? address.port : port;
}
