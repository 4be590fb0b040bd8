import { spawnSync } from 'node:child_process';
import type { Diagnostic } from '#content/diagnostic.ts';
import type { Lab } from './lab-file.ts';

/** What `bash -n` says against a lab: its first complaint. Nothing where the machine has no Bash to ask. */
export function checkBashSyntax({ file, text }: Lab): Diagnostic | undefined {
	const { status, stderr } = spawnSync('bash', ['-n'], {
		input: text,
		encoding: 'utf8',
		env: { ...process.env, LC_ALL: 'C' },
	});
	if (status === null || status === 0) return undefined;
	const found = /line (\d+): (.*)/.exec(stderr);
	const said = (found?.[2] ?? 'It cannot be read.').replace(/^syntax error: /, '');
	return {
		code: 'lab/syntax',
		file,
		line: Number(found?.[1] ?? 1),
		column: 1,
		message: `Bash cannot read this: ${said}.`,
		fix: 'The mistake may stand above: look for a quote, a parenthesis or a block that is not closed.',
	};
}
