import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** Paths below `folder` with forward slashes, in a fixed order. */
export function listFiles(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
		.map((path) => path.split(sep).join('/'))
		.sort();
}

export type Digests = ReadonlyMap<string, string>;

/** The SHA-256 of every file below `folder`. */
export function digestFiles(folder: string): Digests {
	const digest = (path: string) =>
		createHash('sha256')
			.update(readFileSync(join(folder, path)))
			.digest('hex');
	return new Map(listFiles(folder).map((path) => [path, digest(path)]));
}

/** Paths that only one side has, or whose bytes differ. */
export function differences(one: Digests, other: Digests): string[] {
	return [...new Set([...one.keys(), ...other.keys()])].filter(
		(path) => one.get(path) !== other.get(path),
	);
}

/**
 * Moves what a measured run left behind out of the way of the next, to a folder beside `root`. It is removed with that
 * at the end: for minutes after thousands of files were removed, ext4 makes each new one at several times the cost.
 */
export function setAside(root: string, paths: readonly string[]): void {
	const present = paths.filter((path) => existsSync(join(root, path)));
	if (present.length === 0) return;
	const aside = join(dirname(root), 'set-aside');
	mkdirSync(aside, { recursive: true });
	const folder = mkdtempSync(join(aside, 'run-'));
	// Numbers, as a folder and the packages may have a cache of one name.
	present.forEach((path, number) => renameSync(join(root, path), join(folder, String(number))));
}
