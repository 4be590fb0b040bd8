import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ContentFile } from './content.ts';
import { sizeLimitBytes } from './encoding.ts';
import { digestSource } from './source-digest.ts';

/** Files that editors and systems leave behind. */
const leftover = /(?:^|\/)(?:\.[^/]*|[^/]*~|Thumbs\.db)$/;

function listFiles(root: string, folder: string): string[] {
	return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = `${folder}/${entry.name}`;
		if (leftover.test(path)) return [];
		return entry.isDirectory() ? listFiles(root, path) : [path];
	});
}

/** At most as many bytes as tell that a file is too large, so that a huge one does not fill the memory. */
function readBytes(path: string): Uint8Array {
	if (statSync(path).size <= sizeLimitBytes) return readFileSync(path);
	return new Uint8Array(sizeLimitBytes + 1);
}

/** Every file below `content/`. Throws when the folder cannot be read. */
export function readContentFiles(root: string): ContentFile[] {
	return listFiles(root, 'content').map((path) => ({ path, bytes: readBytes(join(root, path)) }));
}

const source = dirname(dirname(fileURLToPath(import.meta.url)));
let version: string | undefined;

/**
 * A digest of the compiler's own source, so that a guide cached by another version is parsed again. Nobody has to
 * remember to count a version up.
 */
export function compilerVersion(): string {
	version ??= digestSource(source, ['content/**/*.ts', 'lib/*.ts', 'schema/*.ts', 'settings.json']);
	return version;
}
