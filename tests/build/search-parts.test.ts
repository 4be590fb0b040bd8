import { createServer, type Server } from 'node:http';
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import sirv from 'sirv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchFullText, type Pagefind } from '#finder/full-text.ts';
import { GuideStore, type ContentList } from '#content/guide-store.ts';
import { toCard, toJson } from '#lib/guide-json.ts';
import { SearchIndex } from '../../src/integrations/search-index.ts';
import { cleanGuide, guideOf } from '../unit/content/clean-guide.ts';

interface PagefindModule {
	createInstance(options: { basePath: string; baseUrl: string; noWorker: boolean }): Pagefind & {
		mergeIndex(path: string, options: { baseUrl: string }): Promise<void>;
		destroy(): Promise<void>;
	};
}

/** Words that one guide each has. */
const words = ['anvil', 'bellows', 'crucible', 'damper', 'ember', 'flue', 'grate', 'hearth'];
const paths = ['/pagefind/', '/pagefind/part-2/'] as const;
const twoParts = () => paths;

let root: string;
let server: Server;

/** Writes the guides, each with a word of its own and one for all, as the content of a build. */
function store(all: string): { store: GuideStore; content: ContentList } {
	const base = guideOf(cleanGuide);
	const guides = words.map((word) => ({
		...base,
		id: `kiln/${word}`,
		code: word.toUpperCase(),
		answer: `The ${word} is ${word === 'anvil' ? all : 'warm'}.`,
	}));
	const digestOf = (guide: (typeof guides)[number]) => `${guide.id} ${guide.answer}`;
	const content: ContentList = {
		guides: guides.map((guide) => ({ ...toCard(guide), digest: digestOf(guide) })),
		products: [],
		categories: [],
	};
	const made = new GuideStore(pathToFileURL(`${root}/cache/`), 'build');
	made.write(
		new Map(guides.map((guide) => [digestOf(guide), Buffer.from(toJson(guide))])),
		content,
	);
	return { store: made, content };
}

function filesOf(site: string): Record<string, string> {
	const names = globSync('**/*.*', { cwd: join(root, site) }).sort();
	return Object.fromEntries(
		names.map((name) => [name, readFileSync(join(root, site, name), 'latin1')]),
	);
}

beforeAll(async () => {
	root = mkdtempSync(join(tmpdir(), 'search-parts-'));
	const serve = sirv(root, { dev: true });
	server = createServer((request, response) => serve(request, response));
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

afterAll(() => {
	server.close();
	rmSync(root, { recursive: true });
});

test('a search asks all parts, and finds each guide in the part that has it', async () => {
	const { store: guides, content } = store('cold');
	let calls = 0;
	await new SearchIndex(join(root, 'site'), guides, undefined, twoParts).write(
		content,
		() => (calls += 1),
	);
	expect(calls).toBe(1);
	// Pagefind takes its own marks out of what it shows and finds.
	const fragments = globSync('site/pagefind/**/*.pf_fragment', { cwd: root });
	const texts = fragments.map((name) => gunzipSync(readFileSync(join(root, name))).toString());
	expect(texts.filter((text) => /PAGEFIND/.test(text))).toEqual([]);
	const counts = paths.map((path) => globSync(`site${path}fragment/*`, { cwd: root }).length);
	expect(Math.min(...counts)).toBeGreaterThan(0);
	expect(counts[0]! + counts[1]!).toBe(words.length);
	// The programs are there once.
	expect(globSync('site/pagefind/**/*.{js,pagefind}', { cwd: root }).sort()).toEqual(
		['pagefind-worker.js', 'pagefind.js', 'wasm.en.pagefind', 'wasm.unknown.pagefind'].map((name) =>
			join('site', 'pagefind', name),
		),
	);

	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server has no port.');
	const origin = `http://127.0.0.1:${address.port}/site`;
	// Pagefind's own file, whose types are not published with it.
	const { createInstance } = (await import(
		pathToFileURL(join(root, 'site/pagefind/pagefind.js')).href
	)) as PagefindModule;
	for (const word of words) {
		const pagefind = createInstance({
			basePath: `${origin}/pagefind/`,
			baseUrl: '/',
			noWorker: true,
		});
		await pagefind.mergeIndex(`${origin}/pagefind/part-2/`, { baseUrl: '/' });
		const hits = await searchFullText(pagefind, word, {});
		await pagefind.destroy();
		expect(hits.map(({ url }) => url)).toEqual([`/errors/kiln/${word}/`]);
	}
});

test('an edit makes one part anew, with the bytes that a clean build gives it', async () => {
	const before = store('cold');
	const searchParts = await new SearchIndex(
		join(root, 'before'),
		before.store,
		undefined,
		twoParts,
	).write(before.content, () => undefined);
	const last = { folder: join(root, 'before'), searchParts };

	const after = store('hot');
	const clean = await new SearchIndex(join(root, 'clean'), after.store, undefined, twoParts).write(
		after.content,
		() => undefined,
	);
	const warm = await new SearchIndex(join(root, 'warm'), after.store, last, twoParts).write(
		after.content,
		() => undefined,
	);

	expect(warm).toEqual(clean);
	expect(filesOf('warm')).toEqual(filesOf('clean'));
	expect(filesOf('warm')).not.toEqual(filesOf('before'));
	const isShared = (path: string) => {
		const name = join(path, 'pagefind-entry.json');
		return statSync(join(root, 'warm', name)).ino === statSync(join(root, 'before', name)).ino;
	};
	expect(paths.map(isShared).sort()).toEqual([false, true]);
});
