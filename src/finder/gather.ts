import { anchorPlaces } from './anchor-places.ts';
import { codeCandidates, type CodeCandidate } from './code-candidates.ts';
import { codeEvidence } from './code-evidence.ts';
import type { Evidence } from './evidence.ts';
import type { Filter } from './key-filter.ts';
import { secondHashOf } from './hash.ts';
import type { CodeHit, IndexReader } from './index-reader.ts';
import { messageEvidence } from './message-evidence.ts';
import { compileTemplate, matchAt } from './messages.ts';
import type { ReadText } from './text.ts';

/** A code that stands by itself, in letters. */
const longestWord = 40;

/** What wraps a code without being part of it, as in `net::ERR_FAILED` and `error[E0382]`. */
const wrapper = /^(?:net|error|err|warning|code)$/;

/** Looks a code up that stands by itself: the whole of it first, so that one file of the index is enough. */
async function lookUpWord(index: IndexReader, text: ReadText): Promise<readonly Evidence[]> {
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

/** What of a text may be in the index. */
interface Sieve {
	readonly passes: Filter;
	readonly sift: <Found extends { readonly key: string }>(
		found: readonly Found[],
	) => readonly Found[];
}

async function sieve(
	index: IndexReader,
	kind: 'codes' | 'messages',
	{ letters }: ReadText,
): Promise<Sieve> {
	const [passes, passesAgain] = await Promise.all([
		index.filter(kind),
		letters.length < longText ? undefined : index.secondFilter(kind),
	]);
	return {
		passes,
		sift: (found) =>
			passesAgain ? found.filter(({ key }) => passesAgain(secondHashOf(key))) : found,
	};
}

/** All that the index says of a text. Rejects when a file of the index cannot be had. */
export async function gather(index: IndexReader, text: ReadText): Promise<readonly Evidence[]> {
	// One code by itself needs no filter: its few keys are looked up at once.
	if (text.letters.length <= longestWord && !/\s/.test(text.source.trim())) {
		const evidence = await lookUpWord(index, text);
		if (evidence.length > 0) return evidence;
	}
	const [codes, anchors] = await Promise.all([
		sieve(index, 'codes', text),
		sieve(index, 'messages', text),
	]);
	const candidates = codes.sift(codeCandidates(text, codes.passes));
	const places = anchors.sift(anchorPlaces(text, anchors.passes));
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
