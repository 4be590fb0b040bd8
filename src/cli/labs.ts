import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readContentFiles } from '#content/content-files.ts';
import { readLabs, type FoundLab } from '#lab/read-labs.ts';
import { runLabs } from '#lab/run-labs.ts';
import { nearest } from '#lib/nearest.ts';
import { parseNumber, PlainError, runCommand } from './arguments.ts';

const usage = `usage: npm run labs [-- <product>/<slug> … --install --keep --again --jobs <number>]

  <product>/<slug>   run these labs only (default: all of content/labs)
  --install          install the Debian packages that they need and the machine does not have
  --again            run them with what the machine has now, and say which proofs still hold; write none
  --sabotage         change each block of their pages, one at a time, and say which changes no lab notices
  --keep             keep the files of a failed fix, and say where they are
  --jobs <number>    how many labs at a time (default: 2)
  --timeout <number> seconds that one block or function may take (default: 60)
  --root <folder>    the project whose content/ to use (default: this one)
  --report <file>    write the counts as JSON

Exit code 0: all passed, or were skipped with a reason. 1: a lab failed. 2: wrong usage.`;

function select(labs: readonly FoundLab[], wanted: readonly string[]): readonly FoundLab[] {
	const names = wanted.map((name) =>
		name.replace(/^(?:\.\/)?(?:content\/(?:labs|guides)\/)?/, '').replace(/\.(?:sh|mdx)$/, ''),
	);
	const ids = labs.map(({ id }) => id);
	const unknown = names.find((name) => !ids.includes(name));
	if (unknown === undefined)
		return names.length === 0 ? labs : labs.filter(({ id }) => names.includes(id));
	const suggestion = nearest(unknown, ids);
	throw new PlainError(
		`There is no lab "${unknown}".${suggestion ? ` Did you mean "${suggestion}"?` : ''}`,
	);
}

const flag = { type: 'boolean', default: false } as const;

process.exitCode = await runCommand({
	usage,
	options: {
		install: flag,
		again: flag,
		sabotage: flag,
		keep: flag,
		jobs: { type: 'string', default: '2' },
		timeout: { type: 'string', default: '60' },
		root: { type: 'string' },
		report: { type: 'string' },
	},
	takesArguments: true,
	run: async ({ install, again, sabotage, keep, ...options }, args) => {
		const jobs = parseNumber('jobs', options.jobs, { min: 1 });
		const timeout = parseNumber('timeout', options.timeout, { min: 0.1, whole: false });
		const root = resolve(options.root ?? '.');
		const labs = select(readLabs(readContentFiles(root)), args);
		if (process.platform !== 'linux') {
			console.log(`Labs need Linux: all ${labs.length} are skipped.\n\n0 passed, 0 failed`);
			return 0;
		}
		const timeoutMs = timeout * 1000;
		const write = !again && !sabotage;
		const run = { root, jobs, timeoutMs, install, keep, write, sabotage };
		const counts = await runLabs(labs, run);
		if (options.report) writeFileSync(options.report, `${JSON.stringify(counts)}\n`);
		console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
		return counts.failed > 0 ? 1 : 0;
	},
});
