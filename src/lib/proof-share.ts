import type { ProvenFix, Run, Skipped } from '#schema/proof.ts';

/** How many of the blocks, checks and verifies of proven fixes were run. */
export interface Share {
	readonly ran: number;
	readonly all: number;
}

export const noShare: Share = { ran: 0, all: 0 };

/** Those of the fixes of one guide. A check that leads to several fixes counts once. */
export function shareOf(fixes: readonly Pick<ProvenFix, 'id' | 'runs' | 'skipped'>[]): Share {
	const keyOf = (fix: string, { where, text }: Run | Skipped) =>
		JSON.stringify([where.part === 'check' ? '' : fix, where, text]);
	const ran = new Set(fixes.flatMap(({ id, runs }) => runs.map((run) => keyOf(id, run))));
	const skipped = new Set(fixes.flatMap((fix) => fix.skipped.map((part) => keyOf(fix.id, part))));
	return { ran: ran.size, all: new Set([...ran, ...skipped]).size };
}

export function addShares(a: Share, b: Share): Share {
	return { ran: a.ran + b.ran, all: a.all + b.all };
}

export function formatShare({ ran, all }: Share): string {
	return `${ran} of ${all}, ${Math.round((100 * ran) / all)} %`;
}
