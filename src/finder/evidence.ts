import type { FoundGuide } from './index-reader.ts';
import type { Span } from './text.ts';

/*
 * What speaks for a guide, and how much. Scores are on one scale for codes and messages: from `certainScore` on, the
 * evidence is enough by itself to say “this is it”. The numbers were set by hand and are held by the corpus in
 * tests/corpus.
 */

export const certainScore = 8;

export interface Evidence {
	readonly guide: FoundGuide;
	readonly kind: 'code' | 'message';
	readonly score: number;
	readonly span: Span;
	/** Some of the message is missing, although the text goes on. */
	readonly isPart: boolean;
	/** A message with the punctuation of the guide, not only its letters. */
	readonly isVerbatim: boolean;
	/** The text speaks about the error, or handles it, so that nothing beside it makes this sure. */
	readonly isDoubtful: boolean;
	/** In words, for the reader: what of the text matched what of the guide. */
	readonly why: string;
}
