import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Content } from './content.ts';
import { countFindings, formatDiagnostic } from './diagnostic.ts';
import { GuideStore } from './guide-store.ts';
import { compileStored, readForBuild, toEntries, type BuildContent } from './stored-content.ts';

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

type Lists = BuildContent['lists'];

type Select = (lists: Lists) => readonly Entry[];

const fillers = new Map<string, (lists: Lists) => void>();
let latest: Lists | undefined;

function fill({ store }: LoaderContext, entries: readonly Entry[]): void {
	const wanted = new Set(entries.map(({ id }) => id));
	for (const id of store.keys()) if (!wanted.has(id)) store.delete(id);
	for (const entry of entries) store.set(entry);
}

function publish({ categories, products, diagnostics }: Lists): void {
	latest = { categories, products, diagnostics };
	for (const filler of fillers.values()) filler(latest);
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
function keepGood({ store }: LoaderContext, content: Content) {
	const kept = content.broken.flatMap((id) => {
		const entry = store.get(id);
		return entry ? [{ id, data: entry.data, digest: String(entry.digest) }] : [];
	});
	return [...toEntries(content), ...kept];
}

function readForDev(context: LoaderContext): void {
	const { root, cacheDir } = context.config;
	let entries: ReturnType<typeof keepGood> = [];
	const content = compileStored(
		fileURLToPath(root),
		new GuideStore(cacheDir, 'dev'),
		(compiled) => (entries = keepGood(context, compiled)),
	);
	report(context, content);
	fill(context, entries);
	publish(content);
}

function watch(context: LoaderContext): void {
	let timer: NodeJS.Timeout | undefined;
	const content = `${fileURLToPath(context.config.root)}content/`;
	context.watcher?.on('all', (_event, path) => {
		if (!path.startsWith(content)) return;
		clearTimeout(timer);
		timer = setTimeout(() => {
			try {
				readForDev(context);
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
			const { config, watcher } = context;
			if (watcher) {
				readForDev(context);
				watch(context);
			} else {
				const { entries, lists } = readForBuild(fileURLToPath(config.root), config.cacheDir);
				fill(context, entries);
				publish(lists);
			}
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
