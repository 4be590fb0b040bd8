import { parseArgs } from 'node:util';

export const usage = `usage: npm run bench [-- <options>]

  --guides <n>     how many guides to generate, from 4 to 100000 (default: 1000)
  --seed <n>       which guides: the same number gives the same bytes (default: 1)
  --rounds <n>     cold builds of each side, in turns; the table shows medians (default: 1)
  --no-hugo        leave Hugo out
  --hugo-only      measure Hugo and Pagefind only
  --reproducible   build a second time without caches and compare all bytes; exit code 1 when they differ
  --profile        build once more under the profiler and show where the time goes
  --json           print one JSON object in place of the tables
  --keep           leave the temporary folder and say where it is

Generates guides in a temporary folder and measures what building them takes. Nothing here is changed.`;

export interface Options {
	readonly guides: number;
	readonly seed: number;
	readonly rounds: number;
	readonly site: boolean;
	readonly hugo: boolean;
	readonly reproducible: boolean;
	readonly profile: boolean;
	readonly json: boolean;
	readonly keep: boolean;
}

function readNumber(flag: string, text: string, least: number, most: number): number {
	const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
	if (number >= least && number <= most) return number;
	throw new TypeError(
		`--${flag} is "${text}". It must be a whole number from ${least} to ${most}.`,
	);
}

/** Nothing when help was asked for. Throws a `TypeError` that says what is wrong. */
export function readOptions(args: readonly string[]): Options | undefined {
	const flag = { type: 'boolean', default: false } as const;
	const { values } = parseArgs({
		args: [...args],
		options: {
			guides: { type: 'string', default: '1000' },
			seed: { type: 'string', default: '1' },
			rounds: { type: 'string', default: '1' },
			'no-hugo': flag,
			'hugo-only': flag,
			reproducible: flag,
			profile: flag,
			json: flag,
			keep: flag,
			help: { ...flag, short: 'h' },
		},
	});
	if (values.help) return undefined;
	const hugoOnly = values['hugo-only'];
	if (hugoOnly && values['no-hugo'])
		throw new TypeError('--hugo-only and --no-hugo leave nothing.');
	if (hugoOnly && (values.reproducible || values.profile)) {
		throw new TypeError('--reproducible and --profile build the site, and --hugo-only does not.');
	}
	return {
		guides: readNumber('guides', values.guides, 4, 100_000),
		seed: readNumber('seed', values.seed, 0, 2 ** 31),
		rounds: readNumber('rounds', values.rounds, 1, 100),
		site: !hugoOnly,
		hugo: !values['no-hugo'],
		reproducible: values.reproducible,
		profile: values.profile,
		json: values.json,
		keep: values.keep,
	};
}
