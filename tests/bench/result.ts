import type { Cost } from './child.ts';
import type { PhaseProfile } from './profile.ts';
import { median, type Likeness } from './statistics.ts';
import type { OutputSize, PageWeight } from './weight.ts';

/** Everything that was measured. What was left out is missing. */
export interface Result {
	readonly guides: number;
	readonly seed: number;
	readonly rounds: number;
	readonly node: string;
	readonly likeness: { readonly real: Likeness; readonly generated: Likeness };
	readonly site?: {
		readonly cold: Cost;
		readonly unchanged: Cost;
		readonly edited: Cost;
		readonly output: OutputSize;
		readonly weight: PageWeight;
	};
	readonly hugo?: {
		readonly version: string;
		readonly hugo: Cost;
		readonly pagefind: Cost;
		readonly total: Cost;
	};
	/** Of each round, CPU seconds of the cold build over those of Hugo and Pagefind. */
	readonly ratios?: readonly number[];
	/** Files that differ between two builds without caches. */
	readonly differing?: readonly string[];
	readonly profile?: PhaseProfile;
}

type Combine = (values: readonly number[]) => number;

function combine(costs: readonly Cost[], time: Combine, memory: Combine): Cost {
	const apply = (by: Combine, values: readonly (number | undefined)[]) => {
		const known = values.filter((value) => value !== undefined);
		return known.length < values.length ? undefined : by(known);
	};
	return {
		wallSeconds: time(costs.map(({ wallSeconds }) => wallSeconds)),
		cpuSeconds: apply(
			time,
			costs.map(({ cpuSeconds }) => cpuSeconds),
		),
		helperSeconds: apply(
			time,
			costs.map(({ helperSeconds }) => helperSeconds),
		),
		peakBytes: apply(
			memory,
			costs.map(({ peakBytes }) => peakBytes),
		),
		peakTreeBytes: apply(
			memory,
			costs.map(({ peakTreeBytes }) => peakTreeBytes),
		),
	};
}

/** Several runs of one thing. */
export function medianCost(costs: readonly Cost[]): Cost {
	return combine(costs, median, median);
}

/** One run after the other: times add up, of memory the larger counts. */
export function addCosts(costs: readonly Cost[]): Cost {
	const sum: Combine = (values) => values.reduce((total, value) => total + value, 0);
	return combine(costs, sum, (values) => Math.max(...values));
}
