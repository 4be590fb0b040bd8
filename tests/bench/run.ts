import { parseNumber, runCommand, UsageError } from '#cli/arguments.ts';
import { measureBuild } from './build.ts';
import { measureFinder } from './finder.ts';
import { measureAccuracy } from './finder/accuracy.ts';
import { createProject, createRealProject } from './project.ts';
import { formatReport, isOverBudget, type Column, type Figure } from './report.ts';

const usage = `usage: npm run bench [-- build | finder] [--guides <n> …]

  build              what building costs: from nothing, after one edit, and beside Hugo + Pagefind
  finder             what finding costs: bytes, time in the browser, and accuracy beside Pagefind
  --guides <n>       how many guides to generate, from 50 to 100000 (default: 1000)
  --seed <n>         which guides: the same number gives the same bytes (default: 1)
  --rounds <n>       how often each thing is measured; the table shows medians (default: 3)
  --reproducible     build twice more and compare all bytes
  --inputs <file>    judge the accuracy on these labelled inputs (default: tests/corpus, on which the finder was tuned)
  --no-hugo          leave Hugo out
  --no-browser       leave out what needs a browser
  --json             print JSON in place of the table

Measures copies of this project in temporary folders: one with generated guides and, for finding, one with its own.
Exit code 0: all within budget. 1: a figure is over its budget. 2: wrong usage, or a build failed.`;

const parts = ['build', 'finder'];
const flag = { type: 'boolean', default: false } as const;

export function runBench(args: readonly string[]): Promise<number> {
	return runCommand(
		{
			usage,
			options: {
				guides: { type: 'string', default: '1000' },
				seed: { type: 'string', default: '1' },
				rounds: { type: 'string', default: '3' },
				reproducible: flag,
				inputs: { type: 'string' },
				'no-hugo': flag,
				'no-browser': flag,
				json: flag,
			},
			takesArguments: true,
			run: async ({ reproducible, inputs, json, ...given }, wanted) => {
				const unknown = wanted.find((part) => !parts.includes(part));
				if (unknown !== undefined) throw new UsageError(`There is no part "${unknown}".`);
				const has = (part: string) => wanted.length === 0 || wanted.includes(part);
				const guides = parseNumber('guides', given.guides, { min: 50, max: 100_000 });
				const seed = parseNumber('seed', given.seed, { min: 0, max: 2 ** 31 });
				const rounds = parseNumber('rounds', given.rounds, { min: 1, max: 100 });

				const hugo = !given['no-hugo'];
				const browser = !given['no-browser'];

				const generated = createProject(guides, seed);
				const figures: Figure[] = [];
				const columns: Column[] = [{ site: `${guides} guides`, figures }];
				if (has('build'))
					figures.push(...(await measureBuild(generated, { rounds, hugo, reproducible })));
				if (has('finder')) {
					const options = { rounds, seed, browser };
					figures.push(...(await measureFinder(generated, options)));
					const real = createRealProject();
					const ofReal = [
						...(await measureFinder(real, options)),
						...(await measureAccuracy(real, inputs)),
					];
					columns.push({ site: `${real.guides.length} real guides`, figures: ofReal });
				}
				console.log(json ? JSON.stringify(columns, null, '\t') : formatReport(columns));
				return columns.some(({ figures }) => figures.some(isOverBudget)) ? 1 : 0;
			},
		},
		args,
	);
}

if (import.meta.main) {
	// Whatever runs and whatever is on the disk goes when the process does.
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
	process.exitCode = await runBench(process.argv.slice(2));
}
