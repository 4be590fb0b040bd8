import { mdxToMdast, type MdastNode } from 'satteri';
import type { Diagnostic, RuleCode } from './diagnostic.ts';
import { decodeFile } from './encoding.ts';
import { PlaceFinder, type Place } from './position.ts';
import { findRunawayBrace } from './runaway-brace.ts';
import { braceWords, readSyntaxError, type SyntaxFinding } from './syntax-error.ts';
import { YamlSource } from './yaml.ts';

export type Node = MdastNode;

/** The text of one MDX file, its frontmatter and its tree, all three with the same positions. */
export interface MdxSource {
	readonly file: string;
	readonly text: string;
	readonly places: PlaceFinder;
	/** Missing when the file has no readable frontmatter; the findings say why. */
	readonly yaml: YamlSource | undefined;
	/** Missing when the text is not valid MDX; the findings say why. */
	readonly nodes: readonly Node[] | undefined;
	readonly findings: readonly Diagnostic[];
}

interface Range {
	/** Start and end offset of the YAML. */
	readonly start: number;
	readonly end: number;
	/** The offset of the line end behind the second `---`. */
	readonly body: number;
}

/** What lies between the first two `---` lines. */
function frontmatterRange(text: string): Range | 'missing' | 'unclosed' {
	if (!/^---[ \t]*\n/.test(text)) return 'missing';
	const start = text.indexOf('\n') + 1;
	const found = /^---[ \t]*$/m.exec(text.slice(start));
	if (!found) return 'unclosed';
	const end = start + found.index;
	return { start, end, body: end + found[0].length };
}

/** Deeper than any guide, and far from filling the stack of those who walk the tree. */
const maxDepth = 60;

function findDeepNode(nodes: readonly Node[], depth = 0): Node | undefined {
	if (depth === maxDepth) return nodes[0];
	for (const node of nodes) {
		const deep =
			'children' in node
				? // Every parent holds nodes; the union of their types hides it.
					findDeepNode(node.children as readonly Node[], depth + 1)
				: undefined;
		if (deep) return deep;
	}
	return undefined;
}

function readNodes(
	text: string,
	places: PlaceFinder,
	from: number,
): { nodes?: readonly Node[]; error?: SyntaxFinding } {
	const brace = findRunawayBrace(text, from);
	if (brace !== undefined) return { error: { place: places.placeOf(brace), ...braceWords } };
	try {
		// White space in place of the frontmatter keeps every position, and leaves nothing to read differently.
		const body = text.slice(0, from).replace(/[^\n]/g, ' ') + text.slice(from);
		const root = mdxToMdast(body, { features: { gfm: { footnotes: false } } });
		const children = root.type === 'root' ? root.children : [];
		const deep = findDeepNode(children);
		if (deep) {
			const message = `This is nested more than ${maxDepth} levels deep.`;
			return { error: { place: placeOf(deep), message, fix: 'Nest less, and close every tag.' } };
		}
		return { nodes: children };
	} catch (error) {
		return { error: readSyntaxError(error instanceof Error ? error.message : String(error)) };
	}
}

export function readSource(file: string, text: string): MdxSource {
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
			'Put the frontmatter between two lines that contain only "---", at the top of the file.';
		report('guide/frontmatter-missing', { line: 1, column: 1 }, message, fix);
		return { file, text, places, yaml: undefined, nodes: undefined, findings };
	}

	const yaml = new YamlSource(text.slice(range.start, range.end), places, range.start);
	if (yaml.finding) {
		report('guide/frontmatter-syntax', yaml.finding.place, yaml.finding.message, yaml.finding.fix);
	}

	const { nodes, error } = readNodes(text, places, range.body);
	if (error) report('mdx/syntax', error.place, error.message, error.fix);
	return { file, text, places, yaml: yaml.finding ? undefined : yaml, nodes, findings };
}

/** Where a value stands in the frontmatter of a file, read for this question alone. */
export function placeInFrontmatter(
	file: string,
	bytes: Uint8Array,
	path: readonly PropertyKey[],
): Place | undefined {
	const decoded = decodeFile(file, bytes);
	if ('finding' in decoded) return undefined;
	const range = frontmatterRange(decoded.text);
	if (typeof range === 'string') return undefined;
	const yaml = decoded.text.slice(range.start, range.end);
	return new YamlSource(yaml, new PlaceFinder(decoded.text), range.start).placeOfValue(path);
}

export function placeOf(node: Node): Place {
	const start = node.position?.start;
	return { line: start?.line ?? 1, column: start?.column ?? 1 };
}
