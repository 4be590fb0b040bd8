import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { fromJson, toCard, toJson } from '#lib/guide-json.ts';
import { compileContent, type Content } from './content.ts';
import { compilerVersion, readContentFiles } from './content-files.ts';
import { countFindings, FindingsError, formatDiagnostic } from './diagnostic.ts';
import { GuideStore } from './guide-store.ts';

/*
 * Several collections from one reading of `content/`: the loader of the guides reads and compiles, and hands the rest
 * to the others. A build stops at findings, all of them at once. In dev the last good version of a guide stays, and
 * the findings go to the terminal and, as a collection, into the page.
 */

interface Entry {
	readonly id: string;
	readonly data: Record<string, unknown>;
	readonly digest?: string;
}

/** What is kept of the content for as long as the build takes: not the guides, which are large. */
type Lists = Pick<Content, 'categories' | 'products' | 'diagnostics'>;

type Select = (lists: Lists) => readonly Entry[];

const fillers = new Map<string, (lists: Lists) => void>();
let latest: Lists | undefined;

function fill({ store }: LoaderContext, entries: readonly Entry[]): void {
	const wanted = new Set(entries.map(({ id }) => id));
	for (const id of store.keys()) if (!wanted.has(id)) store.delete(id);
	for (const entry of entries) store.set(entry);
}

function publish({ categories, products, diagnostics }: Content): void {
	latest = { categories, products, diagnostics };
	for (const filler of fillers.values()) filler(latest);
}

/** The content as it is now, and the guides of it as they are stored. */
interface Compiled {
	readonly content: Content;
	readonly entries: readonly Entry[];
}

/** Compiles what changed. In a build, throws when there is a finding; else puts all guides into their store. */
function compile(context: LoaderContext): Compiled {
	const { config, watcher } = context;
	const store = new GuideStore(config.cacheDir, watcher ? 'dev' : 'build');
	const stored = store.readAll();
	const content = compileContent(
		readContentFiles(fileURLToPath(config.root)),
		compilerVersion(fileURLToPath(config.srcDir)),
		(_, digest) => {
			const bytes = stored.get(digest);
			return bytes && fromJson(bytes.toString('utf8'));
		},
	);
	if (watcher) report(context, content);
	else if (content.diagnostics.length > 0) throw new FindingsError(content.diagnostics);
	const entries = keepGood(context, content);
	const made = new Map(content.guides.map(({ guide, digest }) => [digest, guide]));
	const bytes = new Map<string, Buffer>();
	for (const { digest } of entries) {
		const guide = made.get(digest);
		const known = stored.get(digest) ?? (guide && Buffer.from(toJson(guide)));
		if (known) bytes.set(digest, known);
	}
	const { guides, products, categories } = content;
	const listed = guides.map(({ guide, digest }) => ({ ...toCard(guide), digest }));
	store.write(bytes, { guides: listed, products, categories });
	return { content, entries };
}

function report(context: LoaderContext, { diagnostics, guides }: Content): void {
	if (diagnostics.length === 0) {
		context.logger.info(`${guides.length} guides, no findings.`);
		return;
	}
	context.logger.error(
		`\n${diagnostics.map(formatDiagnostic).join('\n')}\n${countFindings(diagnostics)}`,
	);
}

/** In dev, guides with findings keep their last good version, so that a half-typed line does not take a page away. */
function keepGood({ store }: LoaderContext, { guides, broken }: Content) {
	const fresh = guides.map(({ guide, digest }) => ({ id: guide.id, data: toCard(guide), digest }));
	const kept = broken.flatMap((id) => {
		const entry = store.get(id);
		return entry ? [{ id, data: entry.data, digest: String(entry.digest) }] : [];
	});
	return [...fresh, ...kept];
}

function watch(context: LoaderContext): void {
	let timer: NodeJS.Timeout | undefined;
	const content = `${fileURLToPath(context.config.root)}content/`;
	context.watcher?.on('all', (_event, path) => {
		if (!path.startsWith(content)) return;
		clearTimeout(timer);
		timer = setTimeout(() => {
			try {
				const { content: compiled, entries } = compile(context);
				fill(context, entries);
				publish(compiled);
			} catch (error) {
				context.logger.error(
					`content/ cannot be read: ${error instanceof Error ? error.message : String(error)}`,
				);
			}
		}, 50);
	});
}

/** Reads all content. Throws a `FindingsError` in a build when there is a finding. */
export function guideLoader(): Pick<Loader, 'name' | 'load'> {
	return {
		name: 'guides',
		async load(context) {
			const { content, entries } = compile(context);
			fill(context, entries);
			publish(content);
			watch(context);
		},
	};
}

function derivedLoader(name: string, select: Select): Pick<Loader, 'name' | 'load'> {
	return {
		name,
		async load(context) {
			const filler = (lists: Lists) => fill(context, select(lists));
			fillers.set(name, filler);
			if (latest) filler(latest);
		},
	};
}

export function productLoader(): Pick<Loader, 'name' | 'load'> {
	return derivedLoader('products', ({ products }) =>
		products.map((product) => ({ id: product.slug, data: product })),
	);
}

export function categoryLoader(): Pick<Loader, 'name' | 'load'> {
	return derivedLoader('categories', ({ categories }) =>
		categories.map((category, order) => ({ id: category.slug, data: { ...category, order } })),
	);
}

/** The findings of the last reading as one entry, for the page in dev. In a build it is empty. */
export function findingLoader(): Pick<Loader, 'name' | 'load'> {
	return derivedLoader('findings', ({ diagnostics }) => [{ id: 'latest', data: { diagnostics } }]);
}
