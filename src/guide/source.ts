import { mdxToMdast, type MdastNode } from 'satteri';
import type { Diagnostic, RuleCode } from './diagnostic.ts';
import { PlaceFinder, type Place } from './position.ts';
import { readSyntaxError } from './syntax-error.ts';
import { YamlSource } from './yaml.ts';

export type Node = MdastNode;

/** The text of one MDX file, its frontmatter and its tree, all three with the same positions. */
export interface GuideSource {
	readonly file: string;
	readonly text: string;
	readonly places: PlaceFinder;
	/** Missing when the file has no readable frontmatter; the findings say why. */
	readonly yaml: YamlSource | undefined;
	/** Missing when the text is not valid MDX; the findings say why. */
	readonly nodes: readonly Node[] | undefined;
	readonly findings: readonly Diagnostic[];
}

/** Start and end offset of the YAML between the first two `---` lines. */
function frontmatterRange(text: string): { start: number; end: number } | 'missing' | 'unclosed' {
	if (!/^---[ \t]*\n/.test(text)) return 'missing';
	const start = text.indexOf('\n') + 1;
	const found = /^---[ \t]*$/m.exec(text.slice(start));
	return found ? { start, end: start + found.index } : 'unclosed';
}

export function readSource(file: string, text: string): GuideSource {
	const places = new PlaceFinder(text);
	const findings: Diagnostic[] = [];
	const report = (code: RuleCode, place: Place, message: string, fix: string) =>
		findings.push({ code, file, line: place.line, column: place.column, message, fix });

	const range = frontmatterRange(text);
	if (range === 'missing' || range === 'unclosed') {
		const message =
			range === 'missing'
				? 'The file does not open with a line of three hyphens.'
				: 'The frontmatter that opens here is not closed.';
		const fix =
			'Put the frontmatter between two lines that hold only "---", at the top of the file.';
		report('guide/frontmatter-missing', { line: 1, column: 1 }, message, fix);
		return { file, text, places, yaml: undefined, nodes: undefined, findings };
	}

	const yaml = new YamlSource(text.slice(range.start, range.end), places, range.start);
	if (yaml.finding) {
		report('guide/frontmatter-syntax', yaml.finding.place, yaml.finding.message, yaml.finding.fix);
	}

	let nodes: readonly Node[] | undefined;
	try {
		const root = mdxToMdast(text, { features: { gfm: { footnotes: false } } });
		nodes = root.type === 'root' ? root.children.filter(({ type }) => type !== 'yaml') : [];
	} catch (error) {
		const { place, message, fix } = readSyntaxError(
			error instanceof Error ? error.message : String(error),
		);
		report('mdx/syntax', place, message, fix);
	}
	return { file, text, places, yaml: yaml.finding ? undefined : yaml, nodes, findings };
}

export function placeOf(node: Node): Place {
	const start = node.position?.start;
	return { line: start?.line ?? 1, column: start?.column ?? 1 };
}
