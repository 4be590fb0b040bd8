import { codeSlug, exactCodeSlug, notations } from './notation.ts';
import { codePath, guidePath } from './url.ts';

export interface CodeSource {
	readonly id: string;
	readonly code: string;
	readonly aliases: readonly string[];
}

export interface CodeEntry {
	/** The part of `/e/<slug>/`. */
	readonly slug: string;
	/** The spelling to show: the first that claimed the slug. */
	readonly code: string;
	/** The guides that claim it, in the order of the input; several make a chooser. */
	readonly guides: readonly string[];
}

/**
 * Every short address that the guides claim, by code, alias and derived notation. A guide's own code beats another
 * guide's alias: `137` as a code is not shared with whoever lists it as a by-name.
 */
export function codeIndex(guides: readonly CodeSource[]): readonly CodeEntry[] {
	const claims = new Map<string, { code: string; own: Set<string>; other: Set<string> }>();
	const claim = (code: string, id: string, kind: 'own' | 'other') => {
		const slug = codeSlug(code);
		if (!slug) return;
		let entry = claims.get(slug);
		if (!entry) claims.set(slug, (entry = { code, own: new Set(), other: new Set() }));
		entry[kind].add(id);
	};
	for (const { id, code } of guides) claim(code, id, 'own');
	for (const { id, code, aliases } of guides) {
		for (const name of [...aliases, ...notations(code), ...aliases.flatMap(notations)])
			claim(name, id, 'other');
	}
	return [...claims].map(([slug, { code, own, other }]) => ({
		slug,
		code,
		guides: [...(own.size > 0 ? own : other)],
	}));
}

export interface ShortAddress {
	/** The part of `/e/<slug>/`. */
	readonly slug: string;
	readonly code: string;
	/** The path that it leads to. */
	readonly path: string;
}

/**
 * The short addresses that are redirects: a code of one guide leads to it, and a code typed with its own capitals leads
 * where its lower-case address does. The others are choosers.
 */
export function shortAddresses(
	codes: readonly CodeEntry[],
	guides: readonly Pick<CodeSource, 'code'>[],
): readonly ShortAddress[] {
	const addresses = new Map<string, ShortAddress>();
	for (const { slug, code, guides: ids } of codes) {
		const [only, ...others] = ids;
		if (only && others.length === 0) addresses.set(slug, { slug, code, path: guidePath(only) });
	}
	for (const { code } of guides) {
		const slug = exactCodeSlug(code);
		const lower = slug.toLowerCase();
		if (slug === lower || !slug) continue;
		addresses.set(slug, { slug, code, path: addresses.get(lower)?.path ?? codePath(code) });
	}
	return [...addresses.values()];
}
