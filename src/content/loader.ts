import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { countFindings, formatDiagnostic, type Diagnostic } from './diagnostic.ts';
import { GuideStore, type ContentList } from './guide-store.ts';
import { compileInto, readForBuild } from './stored-content.ts';

/*
 * Astro learns from its content layer that the content changed, and which findings it has; the content itself lies in
 * the store of the guides. A build stops at findings, all of them at once. In dev the last good version of a guide
 * stays, and the findings go to the terminal and, by way of Astro, into the page.
 */

/** Tells Astro, which compares digests. */
function publish(
	{ store }: LoaderContext,
	{ guides, products, categories }: ContentList,
	diagnostics: readonly Diagnostic[],
): void {
	const digests = guides.map(({ digest }) => digest);
	const digest = createHash('sha1')
		.update(JSON.stringify([digests, products, categories, diagnostics]))
		.digest('base64url');
	store.set({ id: 'latest', data: { diagnostics }, digest });
}

function report({ logger }: LoaderContext, diagnostics: readonly Diagnostic[], guides: number) {
	if (diagnostics.length === 0) logger.info(`${guides} guides, no findings.`);
	else
		logger.error(
			`\n${diagnostics.map(formatDiagnostic).join('\n')}\n${countFindings(diagnostics)}`,
		);
}

function readForDev(context: LoaderContext): void {
	const { root, cacheDir } = context.config;
	const store = new GuideStore(cacheDir, 'dev');
	const { content, list } = compileInto(store, fileURLToPath(root), ({ diagnostics, guides }) =>
		report(context, diagnostics, guides.length),
	);
	publish(context, list, content.diagnostics);
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
export function contentLoader(): Pick<Loader, 'name' | 'load'> {
	return {
		name: 'content',
		async load(context) {
			const { config, watcher } = context;
			if (watcher) {
				readForDev(context);
				watch(context);
			} else {
				publish(context, readForBuild(fileURLToPath(config.root), config.cacheDir), []);
			}
		},
	};
}
