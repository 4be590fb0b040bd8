import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorSchemas } from '#lib/editor-schemas.ts';

/*
 * Writes `schemas/`, which is committed, so that an editor has it without a command. With `--check` it only says which
 * of its files are not current.
 */

const folder = join(import.meta.dirname, '..', '..', 'schemas');

function isCurrent(name: string, text: string): boolean {
	try {
		return readFileSync(join(folder, name), 'utf8') === text;
	} catch {
		return false;
	}
}

const stale = [...editorSchemas()].filter(([name, text]) => !isCurrent(name, text));
if (process.argv.includes('--check')) {
	for (const [name] of stale)
		console.error(`schemas/${name} is not current. \`npm run schemas\` writes it.`);
	process.exitCode = stale.length > 0 ? 1 : 0;
} else {
	mkdirSync(folder, { recursive: true });
	for (const [name, text] of stale) writeFileSync(join(folder, name), text);
}
