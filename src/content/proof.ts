import { createHash } from 'node:crypto';
import type { Guide } from '#schema/guide.ts';
import { proofSchema, type Proof } from '#schema/proof.ts';

const proofPath = /^content\/proofs\/([^/]+\/[^/]+)\.json$/;

/** The guide that a file below `content/proofs` belongs to. */
export function proofIdOf(path: string): string | undefined {
	return proofPath.exec(path)?.[1];
}

export function proofFile(id: string): string {
	return `content/proofs/${id}.json`;
}

export function labFile(id: string): string {
	return `content/labs/${id}.sh`;
}

/** The form of every digest in a proof. */
function digestOf(text: string): string {
	return `sha256-${createHash('sha256').update(text).digest('base64url')}`;
}

/** Whatever line ends a checkout gave the file. */
export function labDigest(lab: Uint8Array): string {
	return digestOf(new TextDecoder().decode(lab).replace(/\r\n?/g, '\n'));
}

/** A digest of what a proof proves: the messages, and the words of the steps of these fixes, whatever their markup. */
export function guideDigest(
	{ messages, fixes }: Pick<Guide, 'messages' | 'fixes'>,
	proven: Iterable<string>,
): string {
	const ids = new Set(proven);
	const steps = fixes
		.filter(({ id }) => ids.has(id))
		.map(({ id, steps: ofFix }) => [id, ...ofFix.map(({ text }) => text)]);
	return digestOf(JSON.stringify([messages, steps]));
}

/** A proof from its file, or nothing when it is not as the runner writes it. */
export function parseProof(bytes: Uint8Array): Proof | undefined {
	try {
		return proofSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
	} catch {
		return undefined;
	}
}

/** What has changed since a proof was made; nothing when it still holds. */
export function staleness(
	proof: Proof,
	guide: Pick<Guide, 'messages' | 'fixes'>,
	lab: Uint8Array,
): 'lab' | 'guide' | undefined {
	if (proof.lab !== labDigest(lab)) return 'lab';
	const proven = proof.fixes.map(({ id }) => id);
	return proof.guide === guideDigest(guide, proven) ? undefined : 'guide';
}

/** The guide with its proof, when that still holds. */
export function withProof(guide: Guide, proof: Uint8Array, lab: Uint8Array): Guide {
	const parsed = parseProof(proof);
	return parsed && !staleness(parsed, guide, lab) ? { ...guide, proof: parsed } : guide;
}
