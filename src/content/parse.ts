import {
	frontmatterSchema,
	type Fix,
	type Frontmatter,
	type Guide,
	type SiteLink,
} from '#schema/guide.ts';
import { Anchors, fixAnchors, pageAnchors } from './anchors.ts';
import { compareDiagnostics, type Diagnostic } from './diagnostic.ts';
import {
	readDraft,
	reporter,
	type CausePart,
	type Draft,
	type FixPart,
	type Part,
	type Report,
} from './draft.ts';
import { decodeFile } from './encoding.ts';
import { explain } from './issue.ts';
import { firstCheck } from './first-check.ts';
import { FragmentMaker } from './fragment.ts';
import { Renderer } from './render.ts';
import { splitGuidePath } from './rules/file-path.ts';
import { rules } from './rules/index.ts';
import { isLinkAddress } from './rules/link-format.ts';
import { placeOf, readSource, type MdxSource, type Node } from './source.ts';

export interface ParsedGuide {
	/** Missing when the file breaks a rule. */
	readonly guide: Guide | undefined;
	/** What the rules that compare files look at, also in a file that breaks a rule; missing when it cannot be read. */
	readonly outline: Outline | undefined;
	readonly findings: readonly Diagnostic[];
}

/** The part of a guide that concerns other files. Where the frontmatter has findings, only the links are known. */
export type Outline = Pick<Guide, 'id' | 'siteLinks'> &
	Partial<Pick<Guide, 'product' | 'code' | 'aliases' | 'related'>>;

function readFrontmatter(source: MdxSource, report: Report): Frontmatter | undefined {
	const { yaml } = source;
	if (!yaml) return undefined;
	const start = { line: 1, column: 1 };
	const data = yaml.value ?? {};
	if (typeof data !== 'object' || Array.isArray(data)) {
		report(
			'guide/frontmatter',
			start,
			'The frontmatter is not a list of keys and values.',
			'Write one "key: value" on each line.',
		);
		return undefined;
	}
	const result = frontmatterSchema.safeParse(data);
	if (result.success) return result.data;
	for (const { path, key, missing, message, fix } of explain(
		result.error,
		data,
		frontmatterSchema,
	)) {
		const parent = missing ? path.slice(0, -1) : path;
		const place =
			(key === undefined ? yaml.placeOfValue(parent) : yaml.placeOfKey(path, key)) ?? start;
		report('guide/frontmatter', place, message, fix);
	}
	return undefined;
}

function readSiteLinks(draft: Draft): SiteLink[] {
	return draft.nodes.flatMap(({ node }) =>
		node.type === 'link' && !node.url.startsWith('https:') && isLinkAddress(node.url)
			? [{ target: node.url, place: placeOf(node) }]
			: [],
	);
}

function without(
	children: readonly Node[],
	partOf: ReadonlyMap<Node, Part>,
	names: readonly string[],
): Node[] {
	return children.filter((node) => !names.includes(partOf.get(node)?.name ?? ''));
}

function toOutline(draft: Draft): Outline {
	const { product: folder, slug } = splitGuidePath(draft.source.file);
	const links = { id: `${folder}/${slug}`, siteLinks: readSiteLinks(draft) };
	if (!draft.frontmatter) return links;
	const { product, code, aliases, related } = draft.frontmatter;
	// Where the folder is another, that is the finding.
	return { ...links, ...(product === folder ? { product } : {}), code, aliases, related };
}

function toFix(fix: FixPart, { partOf }: Draft, maker: FragmentMaker): Fix[] {
	if (!fix.attributes) return [];
	const body = without(fix.children, partOf, ['Verify', 'Undo']);
	const at = body.findIndex((node) => node.type === 'list' && node.ordered);
	const list = body[at];
	const contentsOf = (name: string) => fix.parts.find((inner) => inner.name === name)?.children;
	const undo = contentsOf('Undo');
	return [
		{
			...fix.attributes,
			lead: maker.make(body.slice(0, at)),
			steps: list?.type === 'list' ? list.children.map((item) => maker.make(item.children)) : [],
			after: maker.make(body.slice(at + 1)),
			verify: maker.makeCheck(contentsOf('Verify') ?? []),
			...(undo === undefined ? {} : { undo: maker.make(undo) }),
		},
	];
}

function toGuide(draft: Draft, frontmatter: Frontmatter, outline: Outline): Guide {
	const { partOf, source } = draft;
	const maker = new FragmentMaker(partOf, new Renderer(partOf));
	const fixes = draft.fixes.flatMap((fix) => toFix(fix, draft, maker));
	const checksOf = (cause: CausePart | undefined) =>
		(cause?.parts ?? []).filter(({ name }) => name === 'Check').map(({ children }) => children);
	const anchors = new Anchors([...pageAnchors, ...fixAnchors(fixes)]);
	return {
		...frontmatter,
		id: outline.id,
		slug: splitGuidePath(source.file).slug,
		intro: maker.make(draft.intro),
		firstCheck: firstCheck(checksOf(draft.causes[0])[0] ?? [], partOf),
		causes: draft.causes.flatMap((cause) =>
			cause.attributes
				? {
						id: anchors.next(cause.attributes.title),
						title: cause.attributes.title,
						fixes: cause.attributes.fixes.split(' '),
						body: maker.make(without(cause.children, partOf, ['Check'])),
						checks: checksOf(cause).map((children) => maker.makeCheck(children)),
					}
				: [],
		),
		fixes,
		questions: draft.questions.flatMap((question) =>
			question.attributes
				? {
						id: anchors.next(question.attributes.ask),
						ask: question.attributes.ask,
						answer: maker.make(question.children),
					}
				: [],
		),
		siteLinks: outline.siteLinks,
	};
}

/** One MDX file as a guide, or the findings that say why it is none. Never throws on what an author wrote. */
export function parseGuide(file: string, bytes: Uint8Array): ParsedGuide {
	const decoded = decodeFile(file, bytes);
	if ('finding' in decoded)
		return { guide: undefined, outline: undefined, findings: [decoded.finding] };
	const source = readSource(file, decoded.text);
	const findings: Diagnostic[] = [...source.findings];
	const report = reporter(file, findings);
	const frontmatter = readFrontmatter(source, report);
	const draft = readDraft(source, frontmatter, report);
	for (const rule of rules) rule(draft, report);
	const outline = toOutline(draft);
	if (findings.length > 0 || !frontmatter) {
		return { guide: undefined, outline, findings: findings.sort(compareDiagnostics) };
	}
	return { guide: toGuide(draft, frontmatter, outline), outline, findings: [] };
}
