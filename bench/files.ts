import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

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
