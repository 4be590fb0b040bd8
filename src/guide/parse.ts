import { frontmatterSchema, type Frontmatter, type Guide, type Reference } from '#schema/guide.ts';
import { compareDiagnostics, type Diagnostic } from './diagnostic.ts';
import { readDraft, reporter, walk, type Draft, type Part, type Report } from './draft.ts';
import { decodeFile } from './encoding.ts';
import { explain } from './issue.ts';
import { Anchors, Renderer } from './render.ts';
import { splitGuidePath } from './rules/file-path.ts';
import { rules } from './rules/index.ts';
import { placeOf, readSource, type GuideSource, type Node } from './source.ts';

export interface ParsedGuide {
	/** Missing when the file breaks a rule. */
	readonly guide: Guide | undefined;
	readonly findings: readonly Diagnostic[];
}

/** Anchors of the guide page itself, which no part of a guide may take. */
export const pageAnchors = ['main', 'search', 'messages', 'causes', 'fixes', 'advanced', 'meaning', 'questions', 'related', 'sources'] as const;

function readFrontmatter(source: GuideSource, report: Report): Frontmatter | undefined {
	const { yaml } = source;
	if (!yaml) return undefined;
	const start = { line: 1, column: 1 };
	const data = yaml.value ?? {};
	if (typeof data !== 'object' || Array.isArray(data)) {
		report('guide/frontmatter', start, 'The frontmatter is not a list of keys and values.', 'Write one "key: value" on each line.');
		return undefined;
	}
	const result = frontmatterSchema.safeParse(data);
	if (result.success) return result.data;
	for (const { path, key, missing, message, fix } of explain(result.error, data, frontmatterSchema)) {
		const parent = missing ? path.slice(0, -1) : path;
		const place = (key === undefined ? yaml.placeOfValue(parent) : yaml.placeOfKey(path, key)) ?? start;
		report('guide/frontmatter', place, message, fix);
	}
	return undefined;
}

function readReferences({ source, frontmatter }: Draft): Reference[] {
	const start = { line: 1, column: 1 };
	const yamlPlace = (path: readonly PropertyKey[]) => source.yaml?.placeOfValue(path) ?? start;
	const references: Reference[] = [];
	if (frontmatter) {
		references.push({ kind: 'product', target: frontmatter.product, place: yamlPlace(['product']) });
		frontmatter.related.forEach(({ guide }, index) => {
			references.push({ kind: 'related', target: guide, place: yamlPlace(['related', index, 'guide']) });
		});
	}
	for (const { node } of walk(source.nodes ?? [])) {
		if (node.type === 'link' && !node.url.startsWith('https:')) {
			references.push({ kind: 'link', target: node.url, place: placeOf(node) });
		}
	}
	return references;
}

function without(children: readonly Node[], partOf: ReadonlyMap<Node, Part>, names: readonly string[]): Node[] {
	return children.filter((node) => !names.includes(partOf.get(node)?.name ?? ''));
}

function toGuide(draft: Draft, frontmatter: Frontmatter): Guide {
	const { partOf, source } = draft;
	const renderer = new Renderer(partOf);
	const { product, slug } = splitGuidePath(source.file);
	const fixIds = draft.fixes.map((fix) => fix.attributes?.id ?? '');
	const anchors = new Anchors([...pageAnchors, ...fixIds]);
	const contents = (part: Part, name: string) =>
		part.parts.filter((inner) => inner.name === name).map((inner) => renderer.blocks(inner.children));
	const places = source.yaml;
	return {
		...frontmatter,
		id: `${product}/${slug}`,
		slug,
		intro: renderer.blocks(draft.intro),
		causes: draft.causes.flatMap((cause) =>
			cause.attributes
				? {
						id: anchors.next(cause.attributes.title),
						title: cause.attributes.title,
						fixes: cause.attributes.fixes.split(' '),
						body: renderer.blocks(without(cause.children, partOf, ['Check'])),
						checks: contents(cause, 'Check'),
					}
				: [],
		),
		fixes: draft.fixes.flatMap((fix) => {
			if (!fix.attributes) return [];
			const body = without(fix.children, partOf, ['Verify', 'Undo']);
			const at = body.findIndex((node) => node.type === 'list' && node.ordered);
			const list = body[at];
			const [undo] = contents(fix, 'Undo');
			return {
				...fix.attributes,
				lead: renderer.blocks(body.slice(0, at)),
				steps: list ? list.type === 'list' ? list.children.map((item) => renderer.blocks(item.children)) : [] : [],
				after: renderer.blocks(body.slice(at + 1)),
				verify: contents(fix, 'Verify').join(''),
				...(undo === undefined ? {} : { undo }),
			};
		}),
		questions: draft.questions.flatMap((question) =>
			question.attributes
				? {
						id: anchors.next(question.attributes.ask),
						ask: question.attributes.ask,
						answer: renderer.blocks(question.children),
					}
				: [],
		),
		references: readReferences(draft),
		namePlaces: [
			places?.placeOfValue(['code']) ?? { line: 1, column: 1 },
			...frontmatter.aliases.map((_, index) => places?.placeOfValue(['aliases', index]) ?? { line: 1, column: 1 }),
		],
	};
}

/** One MDX file as a guide, or the findings that say why it is none. Never throws on what an author wrote. */
export function parseGuide(file: string, bytes: Uint8Array): ParsedGuide {
	const decoded = decodeFile(file, bytes);
	if ('finding' in decoded) return { guide: undefined, findings: [decoded.finding] };
	const source = readSource(file, decoded.text);
	const findings: Diagnostic[] = [...source.findings];
	const report = reporter(file, findings);
	const frontmatter = readFrontmatter(source, report);
	const draft = readDraft(source, frontmatter, report);
	for (const rule of rules) rule(draft, report);
	if (findings.length > 0 || !frontmatter) return { guide: undefined, findings: findings.sort(compareDiagnostics) };
	return { guide: toGuide(draft, frontmatter), findings: [] };
}
