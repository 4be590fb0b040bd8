import { find } from '#finder/find.ts';
import { Random } from '../random.ts';
import { median } from '../statistics.ts';
import { lookUpKinds, makeLookUps, type LookUp, type LookUpKind } from './inputs.ts';
import type { IndexFiles } from './reads.ts';
import type { Site } from './site.ts';

/** What look-ups of one kind read before their result, each with an index of which nothing is there yet. */
export interface LookUpCost {
	readonly kind: LookUpKind;
	readonly count: number;
	readonly medianRequests: number;
	readonly mostRequests: number;
	readonly medianBytes: number;
	readonly mostBytes: number;
	/** How many had a right guide first. */
	readonly found: number;
}

const perKind = 100;

export function lookUpsOf({ guides }: Site, seed: number): readonly LookUp[] {
	return makeLookUps(guides, perKind, new Random(seed));
}

export async function measureLookUps(
	files: IndexFiles,
	lookUps: readonly LookUp[],
): Promise<readonly LookUpCost[]> {
	const costs: { kind: LookUpKind; requests: number; bytes: number; isFound: boolean }[] = [];
	for (const { kind, text, guides } of lookUps) {
		const { index, names } = files.open();
		const { matches } = await find(index, text);
		costs.push({
			kind,
			requests: names.length,
			bytes: names.reduce((sum, name) => sum + files.brotliSize(name), 0),
			isFound: guides.has(matches[0]?.guide.id ?? ''),
		});
	}
	return lookUpKinds.flatMap((kind) => {
		const ofKind = costs.filter((cost) => cost.kind === kind);
		if (ofKind.length === 0) return [];
		const requests = ofKind.map((cost) => cost.requests);
		const bytes = ofKind.map((cost) => cost.bytes);
		return {
			kind,
			count: ofKind.length,
			medianRequests: median(requests),
			mostRequests: Math.max(...requests),
			medianBytes: median(bytes),
			mostBytes: Math.max(...bytes),
			found: ofKind.filter(({ isFound }) => isFound).length,
		};
	});
}
