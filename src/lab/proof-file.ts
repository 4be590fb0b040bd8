import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseProof, proofFile, sealOf } from '#content/proof.ts';
import { proofSchema, type Proof } from '#schema/proof.ts';
import type { Sighting } from './prove-lab.ts';

/** The proof as a file: always the same text for the same proof, as its keys come in the order of the schema. */
export function formatProof(proof: Proof): string {
	return `${JSON.stringify(proofSchema.parse(proof), null, '\t')}\n`;
}

/** The proof of what was seen: the one that there was, day included, when nothing else is another. */
export function proofOf(seen: Sighting, before: Proof | undefined, today: string): Proof {
	const sealed = (date: string) => ({ ...seen, date, seal: sealOf({ ...seen, date }) });
	const same = before && formatProof(sealed(before.date)) === formatProof(before);
	return sealed(same ? before.date : today);
}

/** How what was seen compares with the proof that there is, in words; nothing where it is the same. */
export function compareWithProof(proof: Proof | undefined, seen: Sighting): string | undefined {
	if (!proof) return 'there is no proof of it yet';
	if (proof.lab !== seen.lab || proof.guide !== seen.guide)
		return 'the lab or the guide has changed since its proof was made';
	const before = new Map(proof.programs.map(({ name, version }) => [name, version]));
	const newer = seen.programs.filter(({ name, version }) => before.get(name) !== version);
	if (proof.system !== seen.system || newer.length > 0) {
		const changes = newer.map(
			({ name, version }) => `${name} ${version} instead of ${before.get(name) ?? 'none'}`,
		);
		return `it holds with ${[...changes, seen.system].join(', ')}`;
	}
	const same = formatProof({ ...proof, fixes: seen.fixes }) === formatProof(proof);
	return same ? undefined : 'it printed something else than its proof has';
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
