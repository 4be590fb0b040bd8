import { parseArgs } from 'node:util';

export const usage = `usage: npm run bench:finder [-- <options>]

  --sizes <n,n,…>    how many guides to generate, each from 50 to 100000 (default: 100,1000,10000)
  --rounds <n>       how often each thing is timed; the table shows medians (default: 5)
  --seed <n>         which guides: the same number gives the same bytes (default: 1)
  --full             build whole sites of more than 1,000 guides as well, not only the index
  --no-browser       leave out what needs a browser
  --folder <folder>  build there, and use what an earlier run built there
  --json             print one JSON object in place of the table

Measures the finder on generated guides and on those of the project: bytes and requests of a look-up, its time in the
browser, and that of a pasted log; beside them Pagefind alone on the same inputs. Nothing here is changed.`;

export interface Options {
	readonly sizes: readonly number[];
	readonly rounds: number;
	readonly seed: number;
	readonly full: boolean;
	readonly browser: boolean;
	readonly folder: string | undefined;
	readonly json: boolean;
}

function readNumber(flag: string, text: string, least: number, most: number): number {
	const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
	if (number >= least && number <= most) return number;
	throw new TypeError(
		`--${flag} has "${text}". It must be a whole number from ${least} to ${most}.`,
	);
}

/** Nothing when help was asked for. Throws a `TypeError` that says what is wrong. */
export function readOptions(args: readonly string[]): Options | undefined {
	const flag = { type: 'boolean', default: false } as const;
	const { values } = parseArgs({
		args: [...args],
		options: {
			sizes: { type: 'string', default: '100,1000,10000' },
			rounds: { type: 'string', default: '5' },
			seed: { type: 'string', default: '1' },
			full: flag,
			'no-browser': flag,
			folder: { type: 'string' },
			json: flag,
			help: { ...flag, short: 'h' },
		},
	});
	if (values.help) return undefined;
	const sizes = values.sizes.split(',').map((size) => readNumber('sizes', size, 50, 100_000));
	if (values.folder === '') throw new TypeError('--folder is empty. It must name a folder.');
	return {
		sizes: [...new Set(sizes)].sort((a, b) => a - b),
		rounds: readNumber('rounds', values.rounds, 1, 100),
		seed: readNumber('seed', values.seed, 0, 2 ** 31),
		full: values.full,
		browser: !values['no-browser'],
		folder: values.folder,
		json: values.json,
	};
}
