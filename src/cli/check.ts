import { resolve } from 'node:path';
import { compileContent } from '#content/content.ts';
import type { ContentFile } from '#content/content-file.ts';
import { readContentFiles } from '#content/content-files.ts';
import { compareDiagnostics, formatFindings } from '#content/diagnostic.ts';
import { checkLabs } from '#lab/check-labs.ts';
import { PlainError, runCommand } from './arguments.ts';

const usage = `usage: node src/cli/check.ts [--json] [--root <folder>] [file …]

  file              report on these files only (all are read, as rules compare them)
  --json            print the findings as one JSON array
  --root <folder>   the project whose content/ to check (default: this one)

Exit code 0: no finding. 1: findings. 2: wrong usage.`;

function readContent(root: string): readonly ContentFile[] {
	try {
		return readContentFiles(root);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new PlainError(`content/ in ${root} cannot be read: ${reason}`);
	}
}

/** The paths as findings name them. */
function toContentPaths(args: readonly string[], files: readonly ContentFile[]): string[] {
	const paths = args.map((path) => path.replaceAll('\\', '/').replace(/^\.\//, ''));
	const unknown = paths.find((path) => !files.some((file) => file.path === path));
	if (unknown === undefined) return paths;
	throw new PlainError(
		`There is no file ${unknown} in the content. Name it as content/guides/<product>/<slug>.mdx.`,
	);
}

process.exitCode = await runCommand({
	usage,
	options: { json: { type: 'boolean' }, root: { type: 'string' } },
	takesArguments: true,
	run: (options, args) => {
		const files = readContent(resolve(options.root ?? '.'));
		const wanted = toContentPaths(args, files);
		const content = compileContent(files, '', () => undefined);
		const diagnostics = [...content.diagnostics, ...checkLabs(files, content)].sort(
			compareDiagnostics,
		);
		const shown =
			wanted.length === 0 ? diagnostics : diagnostics.filter(({ file }) => wanted.includes(file));
		if (options.json) console.log(JSON.stringify(shown, null, '\t'));
		else if (shown.length > 0) console.error(formatFindings(shown));
		else console.log(`${content.guides.length} guides, no findings.`);
		return shown.length > 0 ? 1 : 0;
	},
});
