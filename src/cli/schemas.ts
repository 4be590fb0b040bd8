import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorSchemas } from '#lib/editor-schemas.ts';
import { runCommand } from './arguments.ts';

const usage = `usage: npm run schemas [-- --check]

  --check   write nothing, and say which files are not current

Writes schemas/, which is committed, so that an editor has it without a command.
Exit code 0: all is current. 1: a file is not. 2: wrong usage.`;

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
		if (check) {
			for (const [name] of stale)
				console.error(`schemas/${name} is not current. \`npm run schemas\` writes it.`);
			return stale.length > 0 ? 1 : 0;
		}
		mkdirSync(folder, { recursive: true });
		for (const [name, text] of stale) writeFileSync(join(folder, name), text);
		return 0;
	},
});
