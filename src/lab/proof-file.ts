import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseProof, proofFile } from '#content/proof.ts';
import { proofSchema, type Proof } from '#schema/proof.ts';
import type { Sighting } from './prove-lab.ts';

/** The proof as a file: always the same text for the same proof, as its keys come in the order of the schema. */
export function formatProof(proof: Proof): string {
	return `${JSON.stringify(proofSchema.parse(proof), null, '\t')}\n`;
}

/** The proof of what was seen: the one that there was, day included, when nothing else is another. */
export function proofOf(seen: Sighting, before: Proof | undefined, today: string): Proof {
	const same = before && formatProof({ ...before, ...seen }) === formatProof(before);
	return { ...seen, date: same ? before.date : today };
}

/** Whether the proof on disk is of the same lab, guide, system and versions, and yet saw something else. */
export function differsFrom(proof: Proof | undefined, seen: Sighting): boolean {
	if (!proof) return false;
	const same =
		formatProof({ ...proof, fixes: seen.fixes }) === formatProof({ ...seen, date: proof.date });
	return same && formatProof(proof) !== formatProof({ ...proof, fixes: seen.fixes });
}

export function readProof(root: string, id: string): Proof | undefined {
	try {
		return parseProof(readFileSync(join(root, proofFile(id))));
	} catch {
		return undefined;
	}
}

/** Writes the proof of a guide, whole or not at all. Says whether the file is another now. */
export function writeProof(root: string, id: string, seen: Sighting, today: string): boolean {
	const path = join(root, proofFile(id));
	const text = formatProof(proofOf(seen, readProof(root, id), today));
	try {
		if (readFileSync(path, 'utf8') === text) return false;
	} catch {
		// There is none yet.
	}
	mkdirSync(dirname(path), { recursive: true });
	const unfinished = join(dirname(path), `.${id.split('/')[1]}.json.${process.pid}~`);
	writeFileSync(unfinished, text);
	renameSync(unfinished, path);
	return true;
}
