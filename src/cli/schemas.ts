import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorSchemas } from '#lib/editor-schemas.ts';
import { runCommand } from './arguments.ts';

const usage = `usage: npm run schemas [-- --check]

Writes schemas/, by which an editor completes and underlines what is written by hand.

  --check   write nothing, and say which of its files are not current

Exit code 0: all are current. 1: some are not. 2: wrong usage.`;

const folder = join(import.meta.dirname, '..', '..', 'schemas');

function isCurrent(name: string, text: string): boolean {
	try {
		return readFileSync(join(folder, name), 'utf8') === text;
	} catch {
		return false;
	}
}

process.exitCode = await runCommand({
	usage,
	options: { check: { type: 'boolean' } },
	takesArguments: false,
	run: ({ check }) => {
		const stale = [...editorSchemas()].filter(([name, text]) => !isCurrent(name, text));
		mkdirSync(folder, { recursive: true });
		for (const [name, text] of stale) {
			if (check) console.error(`schemas/${name} is not current. \`npm run schemas\` writes it.`);
			else writeFileSync(join(folder, name), text);
		}
		return check && stale.length > 0 ? 1 : 0;
	},
});
