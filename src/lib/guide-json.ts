import { guideCardSchema, type Guide, type GuideCard } from '#schema/guide.ts';

/*
 * A guide travels from the loader to its page as one text: Astro's store takes data apart value by value, which for
 * ten thousand guides costs seconds and gigabytes, and every page but its own needs only the card.
 */

export function toJson(guide: Guide): string {
	return JSON.stringify(guide);
}

/** The guide that `toJson` wrote. Its days are days again. */
export function fromJson(text: string): Guide {
	// Written by `toJson`, and kept under a digest of its source and of this compiler.
	const guide = JSON.parse(text) as Guide;
	return {
		...guide,
		updated: new Date(guide.updated),
		sources: guide.sources.map((source) => ({ ...source, checked: new Date(source.checked) })),
	};
}

const cardKeys = Object.keys(guideCardSchema.shape) as (keyof GuideCard)[]; // Its shape has just these keys.

export function toCard(guide: Guide): GuideCard {
	return Object.fromEntries(cardKeys.map((key) => [key, guide[key]])) as GuideCard; // The keys of the card, each from the guide.
}
