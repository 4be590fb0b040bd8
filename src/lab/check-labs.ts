import { guideFile } from '#content/content-file.ts';
import { compareDiagnostics, type Diagnostic } from '#content/diagnostic.ts';
import { reporter } from '#content/draft.ts';
import type { Content } from '#content/content.ts';
import type { ContentFile } from '#content/content-file.ts';
import { isSealed, labFile, parseProof, proofIdOf, staleness } from '#content/proof.ts';
import { nearest } from '#lib/nearest.ts';
import type { Guide } from '#schema/guide.ts';
import { checkBashSyntax } from './bash-syntax.ts';
import { checkLab } from './check-lab.ts';
import { awaitsMigration, labIdOf, parseLab } from './lab-file.ts';

const start = { line: 1, column: 1 };

interface Known {
	readonly guides: ReadonlyMap<string, Guide>;
	/** Also those that have findings of their own. */
	readonly ids: ReadonlySet<string>;
	readonly labs: ReadonlyMap<string, Uint8Array>;
	/** Those with findings: that their proofs are stale follows from it. */
	readonly brokenLabs: ReadonlySet<string>;
}

/** What is wrong with one lab, alone and beside its guide. */
export function checkLabFile(
	{ path, bytes }: ContentFile,
	{ guides, ids }: Pick<Known, 'guides' | 'ids'>,
): readonly Diagnostic[] {
	if (awaitsMigration(bytes)) return [];
	const { lab, findings } = parseLab(path, bytes);
	if (!lab) return findings;
	const syntax = checkBashSyntax(lab);
	// Where Bash cannot read it, what was understood of it says little.
	if (syntax) return [syntax];
	const guide = guides.get(lab.id);
	if (guide) return [...findings, ...checkLab(lab, guide)];
	if (ids.has(lab.id)) return findings;
	const missing: Diagnostic[] = [];
	const suggestion = nearest(lab.id, ids);
	reporter(path, missing)(
		'lab/missing-guide',
		start,
		`There is no ${guideFile(lab.id)}.`,
		suggestion
			? `Did you mean ${labFile(suggestion)}?`
			: 'Name the lab as its guide, or write the guide.',
	);
	return [...findings, ...missing];
}

function checkProofFile(
	{ path, bytes }: ContentFile,
	id: string,
	{ guides, labs, brokenLabs }: Known,
): readonly Diagnostic[] {
	const findings: Diagnostic[] = [];
	const report = reporter(path, findings);
	const again = `Run \`npm run labs -- ${id}\`.`;
	const lab = labs.get(id);
	if (lab && awaitsMigration(lab)) return [];
	const proof = parseProof(bytes);
	const guide = guides.get(id);
	if (!lab) {
		report(
			'proof/missing-lab',
			start,
			`This proof has no lab: there is no ${labFile(id)}.`,
			'Delete the proof, or write the lab and run it.',
		);
	} else if (!proof) {
		report('proof/schema', start, 'This is not a proof that the lab runner wrote.', again);
	} else if (!isSealed(proof)) {
		report('proof/seal', start, 'This proof was changed after the lab runner wrote it.', again);
	} else if (guide && !brokenLabs.has(id)) {
		const changed = staleness(proof, guide, lab);
		const what = changed === 'lab' ? labFile(id) : `What it proves of ${guideFile(id)}`;
		if (changed)
			report('proof/stale', start, `${what} has changed since this proof was made.`, again);
	}
	return findings;
}

function stray(path: string): Diagnostic {
	return {
		code: 'file/stray',
		file: path,
		...start,
		message: 'This file is neither a lab nor a proof.',
		fix: 'Labs are content/labs/<product>/<slug>.sh, proofs content/proofs/<product>/<slug>.json. Move or delete it.',
	};
}

/** The findings of all labs and proofs of these files. */
export function checkLabs(
	files: readonly ContentFile[],
	{ guides, broken }: Pick<Content, 'guides' | 'broken'>,
): readonly Diagnostic[] {
	const guideMap = new Map(guides.map(({ guide }) => [guide.id, guide]));
	const ids = new Set([...guideMap.keys(), ...broken]);
	const labFiles = files.flatMap((file) => {
		const id = labIdOf(file.path);
		return id ? [{ id, file }] : [];
	});
	const checked = labFiles.map(({ id, file }) => ({
		id,
		findings: checkLabFile(file, { guides: guideMap, ids }),
	}));
	const known: Known = {
		guides: guideMap,
		ids,
		labs: new Map(labFiles.map(({ id, file }) => [id, file.bytes])),
		brokenLabs: new Set(checked.flatMap(({ id, findings }) => (findings.length > 0 ? id : []))),
	};
	const others = files
		.filter(({ path }) => /^content\/(?:labs|proofs)\//.test(path) && !labIdOf(path))
		.flatMap((file) => {
			const id = proofIdOf(file.path);
			return id ? checkProofFile(file, id, known) : [stray(file.path)];
		});
	return [...checked.flatMap(({ findings }) => findings), ...others].sort(compareDiagnostics);
}
