import { createServer, type Server } from 'node:http';
import { globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchFullText, type Pagefind } from '#finder/full-text.ts';
import { GuideStore } from '#content/guide-store.ts';
import { writeIndex } from '../../src/integrations/full-text.ts';
import { cleanGuide, guideOf } from '../unit/content/clean-guide.ts';

interface PagefindModule {
	readonly createInstance: (options: {
		basePath: string;
		baseUrl: string;
		noWorker: boolean;
	}) => Pagefind & {
		mergeIndex(path: string, options: { baseUrl: string }): Promise<void>;
		destroy(): Promise<void>;
	};
}

/** Words that one guide each has. */
const words = ['anvil', 'bellows', 'crucible', 'damper', 'ember', 'flue', 'grate', 'hearth'];
const paths = ['/pagefind/', '/pagefind/part-2/'] as const;

let root: string;
let server: Server;

/** A project whose cache has the guides, each with a word of its own. */
function storeGuides(): URL {
	const base = guideOf(cleanGuide);
	const cacheDir = pathToFileURL(`${root}/cache/`);
	const store = new GuideStore(cacheDir);
	const guides = words.map((word) => {
		const answer = `The ${word} is warm.`;
		return {
			digest: word,
			guide: { ...base, id: `kiln/${word}`, code: word.toUpperCase(), answer },
		};
	});
	store.replace({ guides, broken: [] });
	store.close();
	mkdirSync(join(root, 'content/products'), { recursive: true });
	return cacheDir;
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
	await writeIndex(root, storeGuides(), join(root, 'site'), paths);
	const counts = paths.map((path) => globSync(`site${path}fragment/*`, { cwd: root }).length);
	expect(Math.min(...counts)).toBeGreaterThan(0);
	expect(counts[0]! + counts[1]!).toBe(words.length);
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
