import { anchorPlaces } from './anchors.ts';
import { codeEvidence } from './code-evidence.ts';
import { codeCandidates, type CodeCandidate } from './codes.ts';
import type { Evidence } from './evidence.ts';
import { secondHashOf } from './hash.ts';
import type { CodeHit, FinderIndex } from './index-reader.ts';
import { messageEvidence } from './message-evidence.ts';
import { compileTemplate, matchAt } from './messages.ts';
import type { ReadText } from './text.ts';

/** A code that stands by itself, in letters. */
const longestWord = 40;

/** What wraps a code without being part of it, as in `net::ERR_FAILED` and `error[E0382]`. */
const wrapper = /^(?:net|error|err|warning|code)$/;

/** Looks a code up that stands by itself: the whole of it first, so that one file of the index is enough. */
async function lookUpWord(index: FinderIndex, text: ReadText): Promise<readonly Evidence[]> {
	const { letters, words } = text;
	const candidates = codeCandidates(text, () => true);
	const firstWord = letters.slice(0, words[1]);
	const start = wrapper.test(firstWord) ? words[1] : 0;
	const whole = candidates.filter((one) => one.start === start && one.end === letters.length);
	const evidence = codeEvidences(text, whole, await index.codes(whole.map(({ key }) => key)));
	if (evidence.length > 0) return evidence;
	return codeEvidences(text, candidates, await index.codes(candidates.map(({ key }) => key)));
}

function codeEvidences(
	text: ReadText,
	candidates: readonly CodeCandidate[],
	hits: readonly CodeHit[],
): readonly Evidence[] {
	const hitsOf = Map.groupBy(hits, ({ key }) => key);
	return candidates.flatMap((candidate) =>
		(hitsOf.get(candidate.key) ?? []).map((hit) => codeEvidence(text, candidate, hit)),
	);
}

/** In so long a text, in letters, false alarms add up to more files than a second filter is large. */
const longText = 20_000;

async function sift<Found extends { readonly key: string }>(
	index: FinderIndex,
	kind: 'codes' | 'messages',
	{ letters }: ReadText,
	found: readonly Found[],
): Promise<readonly Found[]> {
	if (letters.length < longText) return found;
	const passes = await index.secondFilter(kind);
	return found.filter(({ key }) => passes(secondHashOf(key)));
}

/** All that the index says of a text. Rejects when a file of the index cannot be had. */
export async function gather(index: FinderIndex, text: ReadText): Promise<readonly Evidence[]> {
	// One code by itself needs no filter: its few keys are looked up at once.
	if (text.letters.length <= longestWord && !/\s/.test(text.source.trim())) {
		const evidence = await lookUpWord(index, text);
		if (evidence.length > 0) return evidence;
	}
	const [codeFilter, messageFilter] = await Promise.all([
		index.filter('codes'),
		index.filter('messages'),
	]);
	const [candidates, places] = await Promise.all([
		sift(index, 'codes', text, codeCandidates(text, codeFilter)),
		sift(index, 'messages', text, anchorPlaces(text, messageFilter)),
	]);
	const [codeHits, messageHits] = await Promise.all([
		index.codes(candidates.map(({ key }) => key)),
		index.messages(places.map(({ key }) => key)),
	]);
	const messagesOf = Map.groupBy(messageHits, ({ key }) => key);
	const messages = places.flatMap(({ key, letter }) =>
		(messagesOf.get(key) ?? []).flatMap((hit) => {
			const occurrence = matchAt(text, compileTemplate(hit.message), hit, letter);
			return (occurrence && messageEvidence(text, hit, occurrence)) ?? [];
		}),
	);
	return [...codeEvidences(text, candidates, codeHits), ...messages];
}
