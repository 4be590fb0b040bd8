import { resolve } from 'node:path';
import { fromJson, toCard, toJson } from '#lib/guide-json.ts';
import type { GuideCard } from '#schema/guide.ts';
import { compileContent, type Content } from './content.ts';
import { compilerVersion, readContentFiles } from './content-files.ts';
import { FindingsError } from './diagnostic.ts';
import { GuideStore, holdGuide } from './guide-store.ts';

/** A guide as lists have it. */
export interface GuideEntry {
	readonly id: string;
	readonly data: GuideCard;
	readonly digest: string;
}

export function toEntries({ guides }: Content): GuideEntry[] {
	return guides.map(({ guide, digest }) => ({ id: guide.id, data: toCard(guide), digest }));
}

/**
 * Compiles the content of a project; guides that did not change come from the store. `select` tells which guides the
 * store has afterwards, and may throw to leave it as it is.
 */
export function compileStored(
	root: string,
	store: GuideStore,
	select: (content: Content) => readonly Pick<GuideEntry, 'digest'>[],
): Content {
	const stored = store.readAll();
	const content = compileContent(readContentFiles(root), compilerVersion(), (_, digest) => {
		const bytes = stored.get(digest);
		return bytes && fromJson(bytes.toString('utf8'));
	});
	const made = new Map(content.guides.map(({ guide, digest }) => [digest, guide]));
	const bytes = new Map<string, Buffer>();
	for (const { digest } of select(content)) {
		const guide = made.get(digest);
		const known = stored.get(digest) ?? (guide && Buffer.from(toJson(guide)));
		if (known) bytes.set(digest, known);
	}
	const { products, categories } = content;
	const guides = toEntries(content).map(({ data, digest }) => ({ ...data, digest }));
	store.write(bytes, { guides, products, categories });
	return content;
}

/** What a build needs of the content besides the guides, which are in the store. */
export interface BuildContent {
	readonly entries: readonly GuideEntry[];
	readonly lists: Pick<Content, 'categories' | 'products' | 'diagnostics'>;
}

const read = new Map<string, BuildContent>();

/**
 * All content of a project, for a build: read once in a process, whoever asks first, so that Astro gets what the build
 * has read before it loaded Astro. Throws a `FindingsError` with all findings when there is one.
 */
export function readForBuild(root: string, cacheDir: URL): BuildContent {
	const project = resolve(root);
	const known = read.get(project);
	if (known) return known;
	let entries: readonly GuideEntry[] = [];
	const content = compileStored(root, new GuideStore(cacheDir, 'build'), (compiled) => {
		if (compiled.diagnostics.length > 0) throw new FindingsError(compiled.diagnostics);
		return (entries = toEntries(compiled));
	});
	for (const { guide, digest } of content.guides) holdGuide(digest, guide);
	const { categories, products, diagnostics } = content;
	const built = { entries, lists: { categories, products, diagnostics } };
	read.set(project, built);
	return built;
}
