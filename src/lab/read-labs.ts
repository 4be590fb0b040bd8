import { compileContent } from '#content/content.ts';
import type { ContentFile } from '#content/content-file.ts';
import type { Diagnostic } from '#content/diagnostic.ts';
import { checkLabFile } from './check-labs.ts';
import { awaitsMigration, labIdOf, parseLab } from './lab-file.ts';
import type { LabOfGuide } from './prove-lab.ts';

/** A lab that can be run, or the findings that say why not. */
export interface FoundLab {
	readonly id: string;
	readonly ready: LabOfGuide | undefined;
	readonly findings: readonly Diagnostic[];
}

/** Every lab of the content, by id. */
export function readLabs(files: readonly ContentFile[]): readonly FoundLab[] {
	const { guides: compiled, broken, diagnostics } = compileContent(files, '', () => undefined);
	const guides = new Map(compiled.map(({ guide }) => [guide.id, guide]));
	const ids = new Set([...guides.keys(), ...broken]);
	return files
		.flatMap(({ path, bytes }) => {
			const id = labIdOf(path);
			if (!id || awaitsMigration(bytes)) return [];
			const ofGuide = diagnostics.filter(({ file }) => file === `content/guides/${id}.mdx`);
			const findings = [...checkLabFile({ path, bytes }, { guides, ids }), ...ofGuide];
			const { lab } = parseLab(path, bytes);
			const guide = guides.get(id);
			const ready = lab && guide && findings.length === 0 ? { lab, guide, bytes } : undefined;
			return [{ id, ready, findings }];
		})
		.sort((a, b) => (a.id < b.id ? -1 : 1));
}
