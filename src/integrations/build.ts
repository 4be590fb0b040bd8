import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { FindingsError } from '#content/diagnostic.ts';
import { readForBuild } from '#content/stored-content.ts';
import { cacheFolder } from './cache-folder.ts';
import { finderFolders } from './finder-index.ts';
import { writeHeaders } from './headers.ts';
import { Indexes } from './indexes.ts';
import { forgetLastSite, moveInto, readLastSite, writeLastSite } from './last-site.ts';
import { redirectFolder, Redirects } from './redirects.ts';
import { searchFolders } from './search-index.ts';
import { readSettings, SettingsError } from './settings.ts';
import { rendererDigest, SitePages } from './site-pages.ts';

const usage = `usage: npm run build [-- --root <folder> --out <folder>]

  --root <folder>   the project to build, with content/ and src/ (default: this one)
  --out <folder>    where to put the site, below the root (default: dist)

Nothing changes in the target until the whole build has succeeded.`;

/** A failure that its message explains; shown without a stack trace. */
class PlainError extends Error {}

function readArguments(args: readonly string[]): { root: string; out: string } | undefined {
	try {
		const { values } = parseArgs({
			args: [...args],
			options: {
				root: { type: 'string' },
				out: { type: 'string', default: 'dist' },
				help: { type: 'boolean', short: 'h' },
			},
		});
		if (values.help) return undefined;
		const root = resolve(values.root ?? process.cwd());
		const out = resolve(root, values.out);
		if (!existsSync(join(root, 'content')))
			throw new PlainError(`There is no content/ in ${root}.`);
		if (relative(root, out) === '' || relative(root, out).startsWith('..')) {
			throw new PlainError(`--out is "${values.out}", and it must be a folder below ${root}.`);
		}
		return { root, out };
	} catch (error) {
		if (error instanceof PlainError) throw error;
		throw new PlainError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
	}
}

const systemCodes: Readonly<Record<string, string>> = {
	ENOSPC: 'There is no space left on the disk.',
	EACCES: 'A file or folder may not be written.',
	EPERM: 'A file or folder may not be written.',
	EROFS: 'The disk can only be read.',
	ENOENT: 'A file or folder is missing.',
	EMFILE: 'Too many files are open.',
};

/** What went wrong as one message, where the reason lies outside this program. */
function plainReason(error: unknown): string | undefined {
	if (error instanceof PlainError || error instanceof SettingsError) return error.message;
	if (error instanceof FindingsError) return error.message;
	if (!(error instanceof Error)) return undefined;
	// The bundler says it in words alone.
	const code = /No space left on device/i.test(error.message)
		? 'ENOSPC'
		: String('code' in error && error.code);
	const reason = systemCodes[code];
	return reason && `${reason}\n  ${error.message}`;
}

/**
 * Puts a finished folder in the place of another, which is gone only when the new one stands. What lies in the other at
 * the paths in `kept` moves into the new one.
 */
function swap(finished: string, target: string, kept: readonly string[]): void {
	const old = `${target}-old`;
	rmSync(old, { recursive: true, force: true });
	const wasThere = existsSync(target);
	if (wasThere) renameSync(target, old);
	const moved: string[] = [];
	try {
		for (const path of kept) {
			moveInto(join(old, path), join(finished, path));
			moved.push(path);
		}
		renameSync(finished, target);
	} catch (error) {
		for (const path of moved.reverse()) renameSync(join(finished, path), join(old, path));
		if (wasThere) renameSync(old, target);
		throw error;
	}
	rmSync(old, { recursive: true, force: true });
}

async function run(root: string, out: string): Promise<void> {
	const staging = join(root, '.cache', 'staging');
	const cacheDir = join(root, cacheFolder);
	const started = performance.now();
	const settings = readSettings(root);
	const clear = () => rmSync(staging, { recursive: true, force: true });
	const interrupted = () => {
		clear();
		process.exit(130);
	};
	process.once('SIGINT', interrupted);
	process.once('SIGTERM', interrupted);
	clear();
	mkdirSync(staging, { recursive: true });
	const last = readLastSite(cacheDir, out);
	const indexes = new Indexes({ siteFolder: staging, cacheDir, last });
	try {
		// Before Astro is loaded, as the full-text index takes longest of all where little has changed.
		const { guides } = readForBuild(root, pathToFileURL(`${cacheDir}/`));
		indexes.contentIsRead();
		const redirects = new Redirects(guides);
		const sameRedirects = redirects.digest === last?.redirects;
		// Now, as little else writes: thousands of small files cost many times more where two write at once.
		if (!sameRedirects) redirects.write(staging);
		const renderer = rendererDigest(root);
		const pages = new SitePages(staging);
		if (last?.renderer === renderer) pages.offer(out, last.pages);
		const { build } = await import('astro');
		await build({
			root,
			cacheDir,
			outDir: staging,
			logLevel: 'error',
			integrations: [pages.integration],
			// It was empty, and redirects and indexes are written into it meanwhile.
			vite: { build: { emptyOutDir: false } },
		});
		const digests = await indexes.done;
		for (const file of globSync(['404.html', '{*,_astro/*}.svg'], { cwd: staging }))
			pages.styles.add(file.split(sep)[0]!, readFileSync(join(staging, file)));
		writeHeaders(staging, pages.styles, settings);
		forgetLastSite(cacheDir);
		swap(staging, out, [...pages.kept, ...(sameRedirects ? [redirectFolder] : [])]);
		const folders = searchFolders(Object.keys(digests.searchParts));
		writeLastSite(
			cacheDir,
			{ folder: out, renderer, pages: pages.keys, redirects: redirects.digest, ...digests },
			[redirectFolder, ...finderFolders, ...folders],
		);
		const seconds = ((performance.now() - started) / 1000).toFixed(1);
		console.log(`Built ${relative(root, out)}/ in ${seconds} s, ${pages.count} pages.`);
	} finally {
		await indexes.stop();
		clear();
	}
}

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// Whatever the shell has: with another value, Vite takes the build for the dev server.
process.env['NODE_ENV'] = 'production';
try {
	const options = readArguments(process.argv.slice(2));
	if (options) await run(options.root, options.out);
	else console.log(usage);
} catch (error) {
	const reason = plainReason(error);
	console.error(reason ?? error);
	process.exitCode = reason === undefined || error instanceof PlainError ? 2 : 1;
	if (error instanceof FindingsError)
		console.error('\nNothing was built; the site in dist/ is as it was.');
}
