import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { finderPath } from '#finder/index-shape.ts';

/** A file that was sent, with the bytes of its body on the wire. */
export interface Sent {
	readonly path: string;
	readonly bytes: number;
}

export interface Server {
	readonly origin: string;
	/** What was sent since this was called last. */
	readonly takeLog: () => readonly Sent[];
	readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
	'.html': 'text/html;charset=utf-8',
	'.js': 'text/javascript;charset=utf-8',
	'.css': 'text/css;charset=utf-8',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.wasm': 'application/wasm',
};

/** When nothing was asked for so long, nobody will ask. */
const quietMs = 500;

interface File {
	readonly body: Buffer;
	readonly isBrotli: boolean;
	readonly type: string;
}

function readBody(path: string): File {
	const raw = readFileSync(path);
	const small = brotliCompressSync(raw);
	const isBrotli = small.length < raw.length;
	const type = types[extname(path)] ?? 'application/octet-stream';
	return { body: isBrotli ? small : raw, isBrotli, type };
}

/**
 * Serves a built site from this machine as a static host does: brotli at its strongest where that helps. The finder's
 * index may lie in another folder. Each file is compressed once, when it is asked for first.
 */
export async function serveSite(dist: string, index: string): Promise<Server> {
	const files = new Map<string, File | undefined>();
	let log: Sent[] = [];
	const load = (path: string): File | undefined => {
		const below = path.endsWith('/') ? `${path}index.html` : path;
		const file = path.startsWith(finderPath)
			? join(index, path.slice(finderPath.length))
			: join(dist, below);
		return existsSync(file) && statSync(file).isFile() ? readBody(file) : undefined;
	};
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const path = decodeURIComponent(pathname);
		if (!files.has(path)) files.set(path, path.includes('..') ? undefined : load(path));
		const file = files.get(path);
		if (!file) {
			response.writeHead(404).end();
			return;
		}
		log.push({ path, bytes: file.body.length });
		response.writeHead(200, {
			'content-type': file.type,
			'content-length': file.body.length,
			'cache-control': 'no-cache',
			...(file.isBrotli ? { 'content-encoding': 'br' } : {}),
		});
		response.end(file.body);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server has no port.');
	return {
		origin: `http://127.0.0.1:${address.port}`,
		takeLog: () => {
			const taken = log;
			log = [];
			return taken;
		},
		close: async () => {
			// Pagefind goes on loading when its user no longer needs it, and fails loudly when it cannot.
			while (log.length > 0) {
				log = [];
				await new Promise((done) => setTimeout(done, quietMs));
			}
			await new Promise<void>((done) => {
				server.close(() => done());
				server.closeIdleConnections();
			});
		},
	};
}
