/** Names that readers really have, and that break commands which do not expect them. */
export const hostileNames = {
	space: 'two words',
	apostrophe: "it's",
	dash: '-demo',
	glob: '*',
	empty: '',
} as const;

export type HostileName = keyof typeof hostileNames;

/** The name that a proof is written with. */
export const plainName = 'demo';

export function isHostileName(name: string): name is HostileName {
	return Object.hasOwn(hostileNames, name);
}
