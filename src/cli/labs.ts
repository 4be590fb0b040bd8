import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { readContentFiles } from '#content/content-files.ts';
import { readLabs, type FoundLab } from '#lab/read-labs.ts';
import { runLabs } from '#lab/run-labs.ts';
import { nearest } from '#lib/nearest.ts';

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

function parse() {
	return parseArgs({
		allowPositionals: true,
		options: {
			install: { type: 'boolean', default: false },
			again: { type: 'boolean', default: false },
			sabotage: { type: 'boolean', default: false },
			keep: { type: 'boolean', default: false },
			jobs: { type: 'string', default: '2' },
			timeout: { type: 'string', default: '60' },
			root: { type: 'string' },
			report: { type: 'string' },
			help: { type: 'boolean', short: 'h' },
		},
	});
}

function select(
	labs: readonly FoundLab[],
	wanted: readonly string[],
): readonly FoundLab[] | string {
	const names = wanted.map((name) =>
		name.replace(/^(?:\.\/)?(?:content\/(?:labs|guides)\/)?/, '').replace(/\.(?:sh|mdx)$/, ''),
	);
	const unknown = names.find((name) => !labs.some(({ id }) => id === name));
	if (unknown === undefined)
		return names.length === 0 ? labs : labs.filter(({ id }) => names.includes(id));
	const suggestion = nearest(
		unknown,
		labs.map(({ id }) => id),
	);
	return `There is no lab "${unknown}".${suggestion ? ` Did you mean "${suggestion}"?` : ''}`;
}

async function main(): Promise<number> {
	let parsed;
	try {
		parsed = parse();
	} catch (error) {
		console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
		return 2;
	}
	const { values, positionals } = parsed;
	if (values.help) {
		console.log(usage);
		return 0;
	}
	const jobs = Number(values.jobs);
	const timeout = Number(values.timeout);
	if (!(jobs >= 1 && timeout > 0)) {
		console.error(`--jobs and --timeout take a number.\n\n${usage}`);
		return 2;
	}
	const root = resolve(values.root ?? process.cwd());
	const labs = select(readLabs(readContentFiles(root)), positionals);
	if (typeof labs === 'string') {
		console.error(labs);
		return 2;
	}
	if (process.platform !== 'linux') {
		console.log(`Labs need Linux: all ${labs.length} are skipped.\n\n0 passed, 0 failed`);
		return 0;
	}
	const { passed, failed, skipped } = await runLabs(labs, {
		root,
		jobs,
		timeoutMs: timeout * 1000,
		install: values.install,
		keep: values.keep,
		write: !values.again && !values.sabotage,
		sabotage: values.sabotage,
	});
	if (values.report)
		writeFileSync(values.report, `${JSON.stringify({ passed, failed, skipped })}\n`);
	console.log(`\n${passed} passed, ${failed} failed`);
	return failed > 0 ? 1 : 0;
}

process.exitCode = await main();
