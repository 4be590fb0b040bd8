import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { fromJson, toCard, toJson } from '#lib/guide-json.ts';
import { compileContent, type Content } from './content.ts';
import { compilerVersion, readContentFiles } from './content-files.ts';
import { countFindings, FindingsError, formatDiagnostic } from './diagnostic.ts';

/*
 * Several collections from one reading of `content/`: the loader of the guides reads and compiles, and hands the rest
 * to the others. A build stops at findings, all of them at once. In dev the last good version of a guide stays, and
 * the findings go to the terminal and, as a collection, into the page.
 */

interface Entry {
	readonly id: string;
	readonly data: Record<string, unknown>;
	readonly body?: string;
	readonly digest?: string;
}

type Select = (content: Content) => readonly Entry[];

const fillers = new Map<string, (content: Content) => void>();
let latest: Content | undefined;

function fill({ store }: LoaderContext, entries: readonly Entry[]): void {
	const wanted = new Set(entries.map(({ id }) => id));
	for (const id of store.keys()) if (!wanted.has(id)) store.delete(id);
	for (const entry of entries) store.set(entry);
}

function publish(content: Content): void {
	latest = content;
	for (const filler of fillers.values()) filler(content);
}

function compile(context: LoaderContext): Content {
	const root = fileURLToPath(context.config.root);
	const version = compilerVersion(fileURLToPath(context.config.srcDir));
	return compileContent(readContentFiles(root), version, (id, digest) => {
		const entry = context.store.get(id);
		return entry?.digest === digest && entry.body ? fromJson(entry.body) : undefined;
	});
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
function keepGood({ store }: LoaderContext, { guides, broken }: Content): readonly Entry[] {
	const fresh = guides.map(({ guide, digest }) => ({
		id: guide.id,
		data: toCard(guide),
		body: toJson(guide),
		digest,
	}));
	const kept = broken.flatMap((id) => {
		const entry = store.get(id);
		return entry?.body
			? [{ id, data: entry.data, body: entry.body, digest: String(entry.digest) }]
			: [];
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
				const compiled = compile(context);
				report(context, compiled);
				fill(context, keepGood(context, compiled));
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
			const compiled = compile(context);
			if (context.watcher) report(context, compiled);
			else if (compiled.diagnostics.length > 0) throw new FindingsError(compiled.diagnostics);
			fill(context, keepGood(context, compiled));
			publish(compiled);
			watch(context);
		},
	};
}

function derivedLoader(name: string, select: Select): Pick<Loader, 'name' | 'load'> {
	return {
		name,
		async load(context) {
			const filler = (content: Content) => fill(context, select(content));
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
