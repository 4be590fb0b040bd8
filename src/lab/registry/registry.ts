/*
 * A small npm registry for labs: `node registry.ts <folder> <port>` serves each folder with a package.json below the
 * given one, on the loopback interface. Several versions of one package are several folders.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packFolder } from './tar.ts';

interface Manifest {
	readonly name: string;
	readonly version: string;
}

interface Package {
	readonly manifest: Manifest;
	readonly tarball: Buffer;
}

function findPackages(folder: string): Package[] {
	const inside = [folder].concat(
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isDirectory())
			.map((entry) => join(entry.parentPath, entry.name)),
	);
	return inside
		.filter((path) => existsSync(join(path, 'package.json')))
		.map((path) => ({
			// A package without name or version is a mistake of the lab, and npm will not find it.
			manifest: JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Manifest,
			tarball: gzipSync(packFolder(path)),
		}))
		.sort((a, b) => a.manifest.version.localeCompare(b.manifest.version, 'en', { numeric: true }));
}

function tarballPath({ name, version }: Manifest): string {
	return `/-/${name.replace('/', '-')}-${version}.tgz`;
}

/** What npm asks for by name: every version, with where its tarball is. */
function packumentOf(name: string, packages: readonly Package[], origin: string) {
	const versions = packages.map(({ manifest, tarball }) => {
		const dist = {
			tarball: `${origin}${tarballPath(manifest)}`,
			integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
			shasum: createHash('sha1').update(tarball).digest('hex'),
		};
		return [manifest.version, { ...manifest, dist }] as const;
	});
	const latest = packages.at(-1)?.manifest.version;
	return { name, 'dist-tags': { latest }, versions: Object.fromEntries(versions) };
}

const [folder = '.', port = '0'] = process.argv.slice(2);
const packages = findPackages(folder);
const byName = Map.groupBy(packages, ({ manifest }) => manifest.name);
const tarballs = new Map(packages.map(({ manifest, tarball }) => [tarballPath(manifest), tarball]));

createServer((request, response) => {
	const path = decodeURIComponent(request.url ?? '/').replace(/\?.*$/, '');
	const tarball = tarballs.get(path);
	if (tarball) {
		response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(tarball);
		return;
	}
	const found = byName.get(path.slice(1));
	const body = found
		? packumentOf(path.slice(1), found, `http://127.0.0.1:${port}`)
		: { error: 'Not found' };
	response
		.writeHead(found ? 200 : 404, { 'content-type': 'application/json' })
		.end(JSON.stringify(body));
}).listen(Number(port), '127.0.0.1');
