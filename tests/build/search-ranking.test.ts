import { createServer, type Server } from 'node:http';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import sirv from 'sirv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchFullText, type Hit, type Pagefind } from '#finder/full-text.ts';
import { siteFolder } from '../site.ts';

interface PagefindModule {
	createInstance(options: {
		basePath: string;
		baseUrl: string;
		noWorker: boolean;
	}): Pagefind & { destroy(): Promise<void> };
}

let server: Server;
let module: PagefindModule;
let basePath: string;

beforeAll(async () => {
	const serve = sirv(siteFolder);
	server = createServer((request, response) => serve(request, response));
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server has no port.');
	basePath = `http://127.0.0.1:${address.port}/pagefind/`;
	// Pagefind's own file, whose types are not published with it.
	module = (await import(
		pathToFileURL(join(siteFolder, 'pagefind', 'pagefind.js')).href
	)) as PagefindModule;
});

afterAll(() => server.close());

async function search(query: string): Promise<readonly Hit[]> {
	const pagefind = module.createInstance({ basePath, baseUrl: '/', noWorker: true });
	const hits = await searchFullText(pagefind, query, {});
	await pagefind.destroy();
	return hits;
}

const first: readonly (readonly [query: string, path: string])[] = [
	['ERR_MODULE_NOT_FOUND', '/errors/nodejs/err-module-not-found/'],
	['err_module_not_found', '/errors/nodejs/err-module-not-found/'],
	['[ERR_MODULE_NOT_FOUND]:', '/errors/nodejs/err-module-not-found/'],
	['`ERR_MODULE_NOT_FOUND`', '/errors/nodejs/err-module-not-found/'],
	[
		"Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'left-pad' imported from /srv/app/index.js",
		'/errors/nodejs/err-module-not-found/',
	],
	['28P01', '/errors/postgresql/28p01/'],
	['SQLSTATE 28P01', '/errors/postgresql/28p01/'],
	[
		'psql: error: FATAL: password authentication failed for user "sam"',
		'/errors/postgresql/28p01/',
	],
	['EADDRINUSE', '/errors/nodejs/eaddrinuse/'],
	['Error: listen EADDRINUSE: address already in use :::3000', '/errors/nodejs/eaddrinuse/'],
	['ERESOLVE', '/errors/npm/eresolve/'],
	['npm error code ERESOLVE', '/errors/npm/eresolve/'],
	['CrashLoopBackOff', '/errors/kubernetes/crashloopbackoff/'],
	['OOMKilled', '/errors/kubernetes/oomkilled/'],
	['502 Bad Gateway', '/errors/nginx/502-bad-gateway/'],
	['502', '/errors/nginx/502-bad-gateway/'],
	['AADSTS50126', '/errors/entra-id/aadsts50126/'],
	['InvalidClientTokenId', '/errors/aws/invalid-client-token-id/'],
	['InvalidCredentials', '/errors/cloud-identity/invalid-credentials/'],
	['ModuleNotFoundError', '/errors/python/modulenotfounderror/'],
	["ModuleNotFoundError: No module named 'requests'", '/errors/python/modulenotfounderror/'],
	['NET::ERR_CERT_DATE_INVALID', '/errors/chromium/net-err-cert-date-invalid/'],
	['ERR_CERT_DATE_INVALID', '/errors/chromium/net-err-cert-date-invalid/'],
	['non-fast-forward', '/errors/git/non-fast-forward/'],
	['! [rejected] main -> main (non-fast-forward)', '/errors/git/non-fast-forward/'],
	['0x80070002', '/errors/windows-update/0x80070002/'],
	['80070002', '/errors/windows-update/0x80070002/'],
	['-2147024894', '/errors/windows-update/0x80070002/'],
	['No space left on device', '/errors/linux/enospc/'],
	['npm install --legacy-peer-deps', '/errors/npm/eresolve/'],
];

test.for(first)('%s finds %s first', async ([query, path]) => {
	const [hit] = await search(query);
	expect(hit?.url).toBe(path);
});

test.for(['0x80070005', '0X80070005', '80070005', '-2147024891', '2147942405'])(
	'%s finds both guides of the code before all others',
	async (query) => {
		const hits = await search(query);
		expect(
			hits
				.slice(0, 2)
				.map(({ url }) => url)
				.sort(),
		).toEqual(['/errors/windows-update/0x80070005/', '/errors/windows/0x80070005/']);
	},
);

test.for(['zzqqxx', 'ERR_SOMETHING_THAT_DOES_NOT_EXIST_9', '0xDEADBEEF', ''])(
	'%j finds nothing',
	async (query) => {
		expect(await search(query)).toEqual([]);
	},
);

test('a facet keeps only its guides', async () => {
	const pagefind = module.createInstance({ basePath, baseUrl: '/', noWorker: true });
	const hits = await searchFullText(pagefind, 'permission', { product: { any: ['npm'] } });
	expect(hits.length).toBeGreaterThan(0);
	expect(hits.filter(({ product }) => product !== 'npm')).toEqual([]);
});
