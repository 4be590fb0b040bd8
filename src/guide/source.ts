import { mdxToMdast, type MdastNode } from 'satteri';
import type { Diagnostic, RuleCode } from './diagnostic.ts';
import { PlaceFinder, type Place } from './position.ts';
import { yamlAdvice, YamlSource } from './yaml.ts';

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
	const close = /^---[ \t]*$/m;
	close.lastIndex = 0;
	const found = close.exec(text.slice(start));
	return found ? { start, end: start + found.index } : 'unclosed';
}

const syntaxAdvice: readonly (readonly [RegExp, string])[] = [
	[/Unexpected character .* before name/, 'Write comments nowhere, and put a literal `<` between back-ticks.'],
	[/Unexpected character after `<`/, 'Put a literal `<` between back-ticks. A tag needs its name, quoted attributes and `>`.'],
	[/Expected a closing tag for `<(\w+)>`/, 'Close it, and put a blank line before and after each tag that stands on a line of its own.'],
	[/Unexpected closing tag/, 'Remove it or open it first, and put a blank line before and after each tag that stands on a line of its own.'],
	[/expression/, 'Put `{` between back-ticks; expressions are not used in guides.'],
];

/** satteri reports `line:column: text (source:rule)`; an author gets the place and the text. */
function readSyntaxError(message: string): { place: Place; what: string; fix: string } {
	const found = /^(?:(\d+):(\d+): )?([\s\S]*?)(?: \(note: .*\))?(?: \([\w-]+:[\w-]+\))?$/.exec(message);
	const what = found?.[3] ?? message;
	return {
		place: { line: Number(found?.[1] ?? 1), column: Number(found?.[2] ?? 1) },
		what: what.replace(/\((\d+):(\d+)\)/, '(line $1, column $2)'),
		fix: syntaxAdvice.find(([pattern]) => pattern.test(what))?.[1] ?? 'Correct the MDX here.',
	};
}

export function readSource(file: string, text: string): GuideSource {
	const places = new PlaceFinder(text);
	const findings: Diagnostic[] = [];
	const report = (code: RuleCode, place: Place, message: string, fix: string) =>
		findings.push({ code, file, line: place.line, column: place.column, message, fix });

	const range = frontmatterRange(text);
	let yaml: YamlSource | undefined;
	if (range === 'missing' || range === 'unclosed') {
		const message =
			range === 'missing'
				? 'The file does not open with a line of three hyphens.'
				: 'The frontmatter that opens here is not closed.';
		const fix = 'Put the frontmatter between two lines that hold only "---", at the top of the file.';
		report('guide/frontmatter-missing', { line: 1, column: 1 }, message, fix);
		return { file, text, places, yaml, nodes: undefined, findings };
	}

	yaml = new YamlSource(text.slice(range.start, range.end), places, range.start);
	const [first] = yaml.errors;
	if (first) {
		const message = first.duplicate
			? `The key "${first.duplicate}" stands here a second time.`
			: `The YAML cannot be read: ${first.message.replace(/\.?$/, '.')}`;
		const fix = first.duplicate
			? 'Keep one of them.'
			: yamlAdvice;
		report('guide/frontmatter-syntax', first.place, message, fix);
	}

	let nodes: readonly Node[] | undefined;
	try {
		const root = mdxToMdast(text, { features: { gfm: { footnotes: false } } });
		nodes = root.type === 'root' ? root.children.filter(({ type }) => type !== 'yaml') : [];
	} catch (error) {
		const { place, what, fix } = readSyntaxError(error instanceof Error ? error.message : String(error));
		report('mdx/syntax', place, `${what.replace(/\.?$/, '.')}`, fix);
	}
	return { file, text, places, yaml: first ? undefined : yaml, nodes, findings };
}

export function placeOf(node: Node): Place {
	const start = node.position?.start;
	return { line: start?.line ?? 1, column: start?.column ?? 1 };
}
