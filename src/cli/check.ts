import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { compileContent } from '#content/content.ts';
import { readContentFiles } from '#content/content-files.ts';
import { compareDiagnostics, countFindings, formatDiagnostic } from '#content/diagnostic.ts';
import { checkLabs } from '#lab/check-labs.ts';

const usage = `usage: node src/cli/check.ts [--json] [--root <folder>] [file …]

  file              report on these files only (all are read, as rules compare them)
  --json            print the findings as one JSON array
  --root <folder>   the project whose content/ to check (default: this one)

Exit code 0: no finding. 1: findings. 2: wrong usage.`;

function main(): number {
	let parsed;
	try {
		parsed = parseArgs({
			allowPositionals: true,
			options: {
				json: { type: 'boolean', default: false },
				root: { type: 'string' },
				help: { type: 'boolean', short: 'h' },
			},
		});
	} catch (error) {
		console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
		return 2;
	}
	const { values, positionals } = parsed;
	if (values.help) {
		console.log(usage);
		return 0;
	}
	const root = resolve(values.root ?? process.cwd());
	let files;
	try {
		files = readContentFiles(root);
	} catch (error) {
		console.error(
			`content/ in ${root} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
		);
		return 2;
	}
	const wanted = positionals.map((path) => path.replaceAll('\\', '/').replace(/^\.\//, ''));
	const unknown = wanted.find((path) => !files.some((file) => file.path === path));
	if (unknown !== undefined) {
		console.error(
			`There is no file ${unknown} in the content. Name it as content/guides/<product>/<slug>.mdx.`,
		);
		return 2;
	}
	const content = compileContent(files, '', () => undefined);
	const { guides } = content;
	const diagnostics = [...content.diagnostics, ...checkLabs(files, content)].sort(
		compareDiagnostics,
	);
	const shown =
		wanted.length === 0 ? diagnostics : diagnostics.filter(({ file }) => wanted.includes(file));
	if (values.json) console.log(JSON.stringify(shown, null, '\t'));
	else if (shown.length > 0)
		console.error(`${shown.map(formatDiagnostic).join('\n')}\n${countFindings(shown)}`);
	else console.log(`${guides.length} guides, no findings.`);
	return shown.length > 0 ? 1 : 0;
}

process.exitCode = main();
