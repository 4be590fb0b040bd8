import type { Actor, Fix, Risk } from '#schema/guide.ts';

export const riskWords = {
	none: 'Nothing at risk',
	reversible: 'Can be undone',
	destructive: 'Loses data',
} as const satisfies Record<Risk, string>;

const actorWords = {
	user: 'You can do this',
	admin: 'Needs an administrator',
	vendor: 'Only the vendor can',
} as const satisfies Record<Actor, string>;

/** Who can do a fix, and how long it takes, in words. */
export function effortOf({ by, minutes }: Pick<Fix, 'by' | 'minutes'>): string {
	const time = minutes >= 120 ? `${Math.round(minutes / 60)}\u00A0hours` : `${minutes}\u00A0min`;
	return `${actorWords[by]}, about ${time}`;
}
