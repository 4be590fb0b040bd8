import { globSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** Holds programs that come with the project and that no lab could install, such as `tsc`. */
const projectPrograms = join(import.meta.dirname, '..', '..', 'node_modules', '.bin');

const systemFolders = [
	'/usr/local/sbin',
	'/usr/local/bin',
	'/usr/sbin',
	'/usr/bin',
	'/sbin',
	'/bin',
];

/** Whether everybody may enter a folder, and so the user that labs run as. */
function isOpen(folder: string): boolean {
	try {
		for (let path = folder; ; path = dirname(path)) {
			if ((statSync(path).mode & 0o001) === 0) return false;
			if (path === dirname(path)) return true;
		}
	} catch {
		return false;
	}
}

/**
 * Where labs find programs: where the person who runs them does, without packages and without what lies in a home
 * folder; then where the system keeps its servers; last the project's own packages.
 */
export function labPath(): string {
	const own = (process.env['PATH'] ?? '')
		.split(delimiter)
		.filter(
			(folder) => folder.startsWith('/') && !/node_modules|node-gyp-bin|^\/home\//.test(folder),
		)
		.filter(isOpen);
	return [
		...new Set([
			...own,
			...systemFolders,
			...globSync('/usr/lib/postgresql/*/bin').sort(),
			...[projectPrograms].filter(isOpen),
		]),
	].join(delimiter);
}
