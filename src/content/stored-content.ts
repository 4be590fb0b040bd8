import { resolve } from 'node:path';
import { fromJson, toCard, toJson } from '#lib/guide-json.ts';
import { compileContent, type Content } from './content.ts';
import { compilerVersion, readContentFiles } from './content-files.ts';
import { FindingsError } from './diagnostic.ts';
import { GuideStore, holdGuide, type ContentList, type ListedGuide } from './guide-store.ts';

/**
 * Compiles the content of a project and puts it into the store, from which the guides come that did not change. Those
 * with findings stay there as they last were without. `accept` may throw, which leaves the store as it is.
 */
export function compileInto(
	store: GuideStore,
	root: string,
	accept: (content: Content) => void,
): { readonly content: Content; readonly list: ContentList } {
	const stored = store.readAll();
	const content = compileContent(readContentFiles(root), compilerVersion(), (_, digest) => {
		const bytes = stored.get(digest);
		return bytes && fromJson(bytes.toString('utf8'));
	});
	accept(content);
	const bytes = new Map<string, Buffer>();
	const fresh = content.guides.map(({ guide, digest }): ListedGuide => {
		bytes.set(digest, stored.get(digest) ?? Buffer.from(toJson(guide)));
		return { ...toCard(guide), digest };
	});
	const kept = lastGood(store, content.broken).filter(({ digest }) => {
		const known = stored.get(digest);
		if (known) bytes.set(digest, known);
		return known !== undefined;
	});
	const { products, categories } = content;
	const list = { guides: [...fresh, ...kept], products, categories };
	store.write(bytes, list);
	return { content, list };
}

function lastGood(store: GuideStore, broken: readonly string[]): ListedGuide[] {
	if (broken.length === 0) return [];
	try {
		return store.list().guides.filter(({ id }) => broken.includes(id));
	} catch {
		// There is no list yet.
		return [];
	}
}

const built = new Map<string, ContentList>();

/**
 * All content of a project, for a build: read once in a process, whoever asks first, so that Astro gets what the build
 * has read before it loaded Astro. Throws a `FindingsError` with all findings when there is one.
 */
export function readForBuild(root: string, cacheDir: URL): ContentList {
	const project = resolve(root);
	const known = built.get(project);
	if (known) return known;
	const store = new GuideStore(cacheDir, 'build');
	const { content, list } = compileInto(store, project, ({ diagnostics }) => {
		if (diagnostics.length > 0) throw new FindingsError(diagnostics);
	});
	for (const { guide, digest } of content.guides) holdGuide(digest, guide);
	built.set(project, list);
	return list;
}
