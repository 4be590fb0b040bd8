import { guideCardSchema, type Guide, type GuideCard } from '#schema/guide.ts';

/* A guide as the text of a file, and the part of it that every list of guides needs. */

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

const { proven: _, ...picked } = guideCardSchema.shape;
const cardKeys = Object.keys(picked) as (keyof typeof picked)[]; // The shape has just these keys.

export function toCard(guide: Guide): GuideCard {
	const fields = Object.fromEntries(cardKeys.map((key) => [key, guide[key]]));
	return { ...fields, proven: guide.proof !== undefined } as GuideCard; // Its other keys, each from the guide.
}
