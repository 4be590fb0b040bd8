/** Names that readers really have, and that break commands which do not expect them. */
export const hostileNames = {
	space: 'two words',
	apostrophe: "it's",
	dash: '-demo',
	glob: '*',
	empty: '',
} as const;

export type HostileName = keyof typeof hostileNames;

/** One name with all that is awkward about these. An empty one is a name of its own. */
export function combineNames(names: readonly HostileName[]): string {
	const part = (name: HostileName, text: string) => (names.includes(name) ? text : '');
	return [
		part('dash', '-'),
		plainName,
		part('space', ' two'),
		part('apostrophe', "'s"),
		part('glob', '*'),
	].join('');
}

/** The name that a proof is written with. */
export const plainName = 'demo';

export function isHostileName(name: string): name is HostileName {
	return Object.hasOwn(hostileNames, name);
}
