import type { z } from 'zod';
import { nearest } from '#lib/nearest.ts';
import type {
	causeAttributes,
	fixAttributes,
	Frontmatter,
	questionAttributes,
} from '#schema/guide.ts';
import type { Diagnostic, RuleCode } from './diagnostic.ts';
import { hoist } from './hoist.ts';
import { explain } from './issue.ts';
import type { Place } from './position.ts';
import { placeOf, type MdxSource, type Node } from './source.ts';
import { isElement, readAttributes, type Element } from './tag.ts';
import {
	allowedSyntax,
	isComponentName,
	unsupportedSyntax,
	vocabulary,
	type ComponentName,
} from './vocabulary.ts';

/** One component in the file. `attributes` is missing when they break their schema. */
export interface Part<Attributes = unknown> {
	readonly name: ComponentName;
	readonly place: Place;
	readonly attributes: Attributes | undefined;
	/** Where the value of an attribute stands; the tag where there is none. */
	readonly placeOfAttribute: (name: string) => Place;
	readonly children: readonly Node[];
	/** The components directly inside, by name. */
	readonly parts: readonly Part[];
}

export type CausePart = Part<z.output<typeof causeAttributes>>;
export type FixPart = Part<z.output<typeof fixAttributes>>;
type QuestionPart = Part<z.output<typeof questionAttributes>>;

/** What the rules look at: the frontmatter, the parts in order, and a way to report. */
export interface Draft {
	readonly source: MdxSource;
	/** Missing when it breaks its schema. */
	readonly frontmatter: Frontmatter | undefined;
	/** Every node of the file as it was written, at every depth. */
	readonly nodes: readonly Visited[];
	readonly intro: readonly Node[];
	/** Everything at the top of the guide, in order, without what was refused. */
	readonly top: readonly (Part | Node)[];
	readonly causes: readonly CausePart[];
	readonly fixes: readonly FixPart[];
	readonly questions: readonly QuestionPart[];
	/** Every component at any depth. */
	readonly parts: readonly Part[];
	/** The components in the order of their tags, found by their node. */
	readonly partOf: ReadonlyMap<Node, Part>;
	/** Nodes that have a finding about what they are or where they stand; what follows from them is not reported. */
	readonly refused: ReadonlySet<Node>;
	/** Whether a cause or a fix may be among what was refused: an unknown component at the top, or one that is misplaced. */
	readonly lacksSections: boolean;
}

export type Report = (code: RuleCode, place: Place, message: string, fix: string) => void;

export function reporter(file: string, findings: Diagnostic[]): Report {
	return (code, { line, column }, message, fix) => {
		findings.push({ code, file, line, column, message, fix });
	};
}

/** The variants that an `On` is for; nothing for another part, and for one whose attributes break their schema. */
export function variantsOf(part: Part | undefined): readonly string[] | undefined {
	if (part?.name !== 'On' || !part.attributes) return undefined;
	// The attributes of an On were read with its schema.
	const { is } = part.attributes as { readonly is: string };
	return is.split(' ');
}

export function childrenOf(node: Node): readonly Node[] {
	return 'children' in node ? node.children : [];
}

function readPart(element: Element, name: ComponentName, source: MdxSource, report: Report): Part {
	const place = placeOf(element);
	const schema = vocabulary[name].attributes;
	const written = readAttributes(element, source.text, source.places);
	const places = new Map(written.map((attribute) => [attribute.name, attribute.valuePlace]));
	const placeOfAttribute = (attribute: string) => places.get(attribute) ?? place;

	let readable = true;
	// Without a prototype, so that no name of an attribute is taken for something else.
	const values = Object.create(null) as Record<string, unknown>;
	for (const attribute of written) {
		if (attribute.value === undefined) {
			readable = false;
			const message = `${attribute.name} of <${name}> is an expression.`;
			report(
				'mdx/attributes',
				attribute.valuePlace,
				message,
				'Write text in quotes, or a number in braces.',
			);
		} else if (Object.hasOwn(values, attribute.name)) {
			readable = false;
			const message = `<${name}> has the attribute ${attribute.name} twice.`;
			report('mdx/attributes', attribute.namePlace, message, 'Keep one of them.');
		} else {
			values[attribute.name] = attribute.value;
		}
	}
	const result = schema.safeParse(values);
	if (!result.success && readable) {
		for (const { path, key, message, fix } of explain(result.error, values, schema, 'attribute')) {
			const unknown = written.find((attribute) => attribute.name === key);
			const where = unknown?.namePlace ?? placeOfAttribute(String(path[0]));
			report('mdx/attributes', where, `<${name}>: ${message}`, fix);
		}
	}
	return {
		name,
		place,
		attributes: result.success && readable ? result.data : undefined,
		placeOfAttribute,
		children: element.children,
		parts: [],
	};
}

/** Reads the tree of one guide into parts, reporting what the vocabulary does not allow. */
class DraftReader {
	readonly parts: Part[] = [];
	readonly partOf = new Map<Node, Part>();
	readonly refused = new Set<Node>();
	readonly #source: MdxSource;
	readonly #report: Report;

	constructor(source: MdxSource, report: Report) {
		this.#source = source;
		this.#report = report;
	}

	/** The part that a node is; nothing for text, and for what is refused. `direct`: it is no list or line within `parent`. */
	visit(node: Node, parent: Part | undefined, direct: boolean): Part | undefined {
		if (!isElement(node)) {
			this.#visitMarkdown(node, parent);
			return undefined;
		}
		const name = node.name ?? '';
		if (!isComponentName(name)) {
			this.#refuseUnknown(node, name);
			return undefined;
		}
		this.#checkPlace(node, name, parent, direct);
		const inside: Part[] = [];
		const part: Part = { ...readPart(node, name, this.#source, this.#report), parts: inside };
		this.parts.push(part);
		this.partOf.set(node, part);
		for (const child of childrenOf(node)) {
			const found = this.visit(child, part, true);
			if (found) inside.push(found);
		}
		if (childrenOf(node).length === 0) {
			const fix = 'Write its content between the two tags, or remove it.';
			this.#report('component/empty', part.place, `<${name}> is empty.`, fix);
		}
		return part;
	}

	#visitMarkdown(node: Node, parent: Part | undefined): void {
		const isTask = node.type === 'listItem' && typeof node.checked === 'boolean';
		const type = isTask ? 'task' : node.type;
		if (allowedSyntax.has(type)) {
			for (const child of childrenOf(node)) this.visit(child, parent, false);
			return;
		}
		const [name, fix] = unsupportedSyntax[type] ?? [
			'This syntax',
			'Use the Markdown that the reference lists.',
		];
		this.refused.add(node);
		const message = `${name} cannot be used in a guide.`;
		this.#report('mdx/unsupported-syntax', placeOf(node), message, fix);
	}

	#refuseUnknown(node: Node, name: string): void {
		const names = Object.keys(vocabulary);
		const suggestion = nearest(name, names);
		const fix = suggestion
			? `Did you mean <${suggestion}>?`
			: `Use one of ${names.join(', ')}, or put it between back-ticks if it is to be read.`;
		this.refused.add(node);
		const message = `There is no component <${name}>.`;
		this.#report('mdx/unknown-component', placeOf(node), message, fix);
	}

	#checkPlace(node: Node, name: ComponentName, parent: Part | undefined, direct: boolean): void {
		const { direct: mustBeDirect } = vocabulary[name];
		const within: readonly string[] = vocabulary[name].within;
		const container = parent?.name ?? 'guide';
		const isAtHome = within.includes(container);
		if (isAtHome && (direct || !mustBeDirect)) return;
		const where = (place: string) =>
			place === 'guide' ? 'at the top of the guide' : `in <${place}>`;
		this.refused.add(node);
		this.#report(
			'mdx/misplaced-component',
			placeOf(node),
			isAtHome
				? `<${name}> is inside a line or a list.`
				: `<${name}> is ${where(container)}, and it belongs ${within.map(where).join(' or ')}.`,
			isAtHome
				? 'Put it on a line of its own, not indented, with a blank line before and after.'
				: 'Move it there, or close the component before it.',
		);
	}
}

/** The parts of a guide, with a report of what the vocabulary does not allow. */
export function readDraft(
	source: MdxSource,
	frontmatter: Frontmatter | undefined,
	report: Report,
): Draft {
	const nodes = hoist(source.nodes ?? []);
	const reader = new DraftReader(source, report);
	const visited = nodes.map((node) => reader.visit(node, undefined, true) ?? node);
	const { parts, partOf, refused } = reader;
	const isPart = (entry: Part | Node): entry is Part => 'parts' in entry;
	const named = (name: ComponentName) =>
		visited.filter(isPart).filter((part) => part.name === name);
	const firstSection = visited.findIndex(
		(entry) => isPart(entry) && ['Cause', 'Fix', 'Question'].includes(entry.name),
	);
	return {
		source,
		frontmatter,
		nodes: walk(source.nodes ?? []),
		intro: nodes.slice(0, firstSection === -1 ? nodes.length : firstSection),
		top: visited.filter((_, index) => !refused.has(nodes[index]!)),
		// The attributes of a part were read with the schema of its name.
		causes: named('Cause') as CausePart[],
		fixes: named('Fix') as FixPart[],
		questions: named('Question') as QuestionPart[],
		parts,
		partOf,
		refused,
		lacksSections: [...refused]
			.filter(isElement)
			.some((node) => node.name === 'Cause' || node.name === 'Fix' || nodes.includes(node)),
	};
}

/** A node with the components it is in, outermost first. */
export interface Visited {
	readonly node: Node;
	readonly inside: readonly Element[];
}

/** Every node below these, depth first. */
export function walk(
	nodes: readonly Node[],
	inside: readonly Element[] = [],
	into: Visited[] = [],
): readonly Visited[] {
	for (const node of nodes) {
		into.push({ node, inside });
		if ('children' in node)
			walk(childrenOf(node), isElement(node) ? [...inside, node] : inside, into);
	}
	return into;
}

/** Whether a component below these nodes was refused, so that one which is missing may be meant by it. */
export function hasRefused({ refused }: Draft, nodes: readonly Node[]): boolean {
	if (refused.size === 0) return false;
	for (const { node } of walk(nodes)) if (isElement(node) && refused.has(node)) return true;
	return false;
}
