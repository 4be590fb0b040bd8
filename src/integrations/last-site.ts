import {
	copyFileSync,
	existsSync,
	linkSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { lastSiteSchema, type LastSite } from '#schema/last-site.ts';

/*
 * What the build before made of which input. Where the input is the same still, files are taken over from the site that
 * it made, as thousands of small ones are dear to write and to remove.
 */

const fileName = 'last-site.json';

function countEntries(site: string, folders: readonly string[]): Record<string, number> {
	return Object.fromEntries(folders.map((path) => [path, readdirSync(join(site, path)).length]));
}

/** Nothing when there was no build, or when what it made is not there any more, or not all of it. */
export function readLastSite(cacheDir: string, folder: string): LastSite | undefined {
	try {
		const text = readFileSync(join(cacheDir, fileName), 'utf8');
		const last = lastSiteSchema.parse(JSON.parse(text));
		if (last.folder !== folder || statSync(folder).ino !== last.inode) return undefined;
		const entries = countEntries(folder, Object.keys(last.entries));
		return isDeepStrictEqual(entries, last.entries) ? last : undefined;
	} catch {
		return undefined;
	}
}

/** To be called before the site changes, so that a build that is cut short there leaves no wrong word about it. */
export function forgetLastSite(cacheDir: string): void {
	rmSync(join(cacheDir, fileName), { force: true });
}

/**
 * Notes what a site was made of. `folders`, in the site, are those of which files may be taken over. Where it cannot be
 * written, the next build does without.
 */
export function writeLastSite(
	cacheDir: string,
	site: Omit<LastSite, 'inode' | 'entries'>,
	folders: readonly string[],
): void {
	const { ino: inode } = statSync(site.folder);
	const last: LastSite = { ...site, inode, entries: countEntries(site.folder, folders) };
	try {
		mkdirSync(cacheDir, { recursive: true });
		writeFileSync(join(cacheDir, fileName), JSON.stringify(last));
	} catch {
		forgetLastSite(cacheDir);
	}
}

/** Puts the files of a folder, but not its folders, at another place, without a second copy where the disk can do that. */
export function shareFiles(from: string, to: string): void {
	mkdirSync(to, { recursive: true });
	for (const entry of readdirSync(from, { withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const [source, target] = [join(from, entry.name), join(to, entry.name)];
		try {
			linkSync(source, target);
		} catch {
			copyFileSync(source, target);
		}
	}
}

/** Moves a folder of one site into another. What the other has at this place already replaces what would come. */
export function moveInto(from: string, to: string): void {
	if (!existsSync(to)) {
		mkdirSync(dirname(to), { recursive: true });
		renameSync(from, to);
		return;
	}
	for (const name of readdirSync(to)) {
		rmSync(join(from, name), { recursive: true, force: true });
		renameSync(join(to, name), join(from, name));
	}
	rmSync(to, { recursive: true });
	renameSync(from, to);
}
