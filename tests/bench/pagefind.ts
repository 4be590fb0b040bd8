import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The program itself and not its wrapper, which would cost the other side a start of Node.js. */
export async function findPagefind(source: string): Promise<string> {
	const resolver = join(source, 'node_modules/pagefind/lib/resolveBinary.js');
	const module: unknown = await import(pathToFileURL(resolver).href);
	if (
		typeof module !== 'object' ||
		module === null ||
		!('resolveBinaryPath' in module) ||
		typeof module.resolveBinaryPath !== 'function'
	) {
		throw new Error(`${resolver} does not export resolveBinaryPath.`);
	}
	return String(module.resolveBinaryPath(['pagefind_extended', 'pagefind']));
}

/** An index of the pages of all guides of a built site, as Pagefind's own documentation makes it, in a folder of it. */
export async function indexPages(source: string, dist: string, folder: string): Promise<void> {
	const { status, stderr } = spawnSync(
		await findPagefind(source),
		['--site', dist, '--output-subdir', folder, '--glob', 'errors/*/*/index.html', '--quiet'],
		{ encoding: 'utf8' },
	);
	if (status !== 0) throw new Error(`Pagefind ended with exit code ${status}:\n${stderr}`);
}
