import type { Product } from '#schema/product.ts';
import type { Proof } from '#schema/proof.ts';
import { isAtLeast } from './version.ts';

/** Why a proof that still holds says less than it did, in words; nothing while it is fresh. */
export function proofAge(
	{ date, programs }: Pick<Proof, 'date' | 'programs'>,
	unsupported: Product['unsupported'],
	today: Date,
): string | undefined {
	const old = programs.find(({ name, version }) => {
		const first = unsupported[name]?.slice(1);
		return first !== undefined && !isAtLeast(version, first);
	});
	if (old) return `${old.name} ${old.version} is no longer supported`;
	const limit = new Date(date);
	limit.setUTCFullYear(limit.getUTCFullYear() + 1);
	return today > limit ? 'more than a year ago' : undefined;
}
