import { createHash } from 'node:crypto';
import { isForLinux } from '#lib/linux.ts';
import type { Fragment, Guide } from '#schema/guide.ts';
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

type Provable = Pick<Guide, 'messages' | 'causes' | 'fixes'>;

/** What a lab runs of a part of a guide; its words where that is nothing. */
function partOf({ blocks, aboutMessage, text }: Fragment): unknown {
	const own = blocks.filter(isForLinux);
	return own.length + aboutMessage.length > 0 ? [own, aboutMessage] : text;
}

/**
 * A digest of what a proof proves: the messages, and every block of these fixes and of the checks that lead to them, with
 * what the page says about it. Words around the blocks can change.
 */
export function guideDigest(
	{ messages, causes, fixes }: Provable,
	proven: Iterable<string>,
): string {
	const ids = new Set(proven);
	const checks = causes
		.filter((cause) => cause.fixes.some((id) => ids.has(id)))
		.map(({ id, fixes: ofCause, checks: ofCheck }) => [id, ofCause, ofCheck.map(partOf)]);
	const steps = fixes
		.filter(({ id }) => ids.has(id))
		.map(({ id, steps: ofFix, verify }) => [id, ofFix.map(partOf), partOf(verify)]);
	return digestOf(JSON.stringify([messages, checks, steps]));
}

/** The digest that a proof carries of everything else in it. */
export function sealOf(proof: Omit<Proof, 'seal'>): string {
	// With a seal of the right form, for the schema to bring the keys into its order.
	const ordered = proofSchema.parse({ ...proof, seal: digestOf('') });
	return digestOf(JSON.stringify(ordered));
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
	guide: Provable,
	lab: Uint8Array,
): 'lab' | 'guide' | undefined {
	if (proof.lab !== labDigest(lab)) return 'lab';
	const proven = proof.fixes.map(({ id }) => id);
	return proof.guide === guideDigest(guide, proven) ? undefined : 'guide';
}

/** Whether a proof is as the runner wrote it. */
export function isSealed(proof: Proof): boolean {
	return proof.seal === sealOf(proof);
}

/** The guide with its proof, when that still holds. */
export function withProof(guide: Guide, proof: Uint8Array, lab: Uint8Array): Guide {
	const parsed = parseProof(proof);
	const holds = parsed && isSealed(parsed) && !staleness(parsed, guide, lab);
	return holds ? { ...guide, proof: parsed } : guide;
}
