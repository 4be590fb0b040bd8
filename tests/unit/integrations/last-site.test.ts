import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
	forgetLastSite,
	moveInto,
	readLastSite,
	shareFiles,
	writeLastSite,
} from '../../../src/integrations/last-site.ts';

let root: string;
const at = (path: string) => join(root, path);
const read = (path: string) => readFileSync(at(path), 'utf8');

function write(files: Readonly<Record<string, string>>): void {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(at(path)), { recursive: true });
		writeFileSync(at(path), text);
	}
}

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'last-site-'));
});

afterEach(() => rmSync(root, { recursive: true }));

describe('what the last build made', () => {
	const made = {
		renderer: 'v',
		pages: { 'errors/kiln/k1': 'p' },
		redirects: 'r',
		finder: 'f',
		searchParts: { '/pagefind/': 's' },
	};

	beforeEach(() => {
		write({ 'dist/index.html': 'home', 'dist/e/137/index.html': '137' });
		writeLastSite(at('cache'), { folder: at('dist'), ...made }, ['e']);
	});

	test('is known to the next one', () => {
		expect(readLastSite(at('cache'), at('dist'))).toMatchObject({ folder: at('dist'), ...made });
	});

	test('is not known for another folder, before a build, or after it was forgotten', () => {
		expect(readLastSite(at('cache'), at('other'))).toBeUndefined();
		expect(readLastSite(at('no-cache'), at('dist'))).toBeUndefined();
		forgetLastSite(at('cache'));
		expect(readLastSite(at('cache'), at('dist'))).toBeUndefined();
	});

	test('is not known when the folder is gone, or is another one of the same name', () => {
		renameSync(at('dist'), at('moved'));
		expect(readLastSite(at('cache'), at('dist'))).toBeUndefined();
		mkdirSync(at('dist'));
		expect(readLastSite(at('cache'), at('dist'))).toBeUndefined();
	});

	test('is not known when one of its folders has more or less in it', () => {
		write({ 'dist/e/138/index.html': '138' });
		expect(readLastSite(at('cache'), at('dist'))).toBeUndefined();
		rmSync(at('dist/e/138'), { recursive: true });
		expect(readLastSite(at('cache'), at('dist'))).toBeDefined();
		rmSync(at('dist/e'), { recursive: true });
		expect(readLastSite(at('cache'), at('dist'))).toBeUndefined();
	});

	test('is not known when the note of it cannot be read', () => {
		const [note = ''] = readdirSync(at('cache'));
		for (const text of ['', '{', '{"folder":1}']) {
			writeFileSync(join(at('cache'), note), text);
			expect(readLastSite(at('cache'), at('dist'))).toBeUndefined();
		}
	});
});

test('shares the files of a folder, and not its folders', () => {
	write({ 'old/a.txt': 'a', 'old/deep/b.txt': 'b' });
	shareFiles(at('old'), at('new'));
	expect(readdirSync(at('new'))).toEqual(['a.txt']);
	expect(statSync(at('new/a.txt')).ino).toBe(statSync(at('old/a.txt')).ino);
	rmSync(at('old'), { recursive: true });
	expect(read('new/a.txt')).toBe('a');
});

describe('moving a folder into another site', () => {
	beforeEach(() => write({ 'old/e/1045/index.html': '1045', 'old/e/137/index.html': 'old 137' }));

	test('takes all of it', () => {
		mkdirSync(at('new'));
		moveInto(at('old/e'), at('new/e'));
		expect(readdirSync(at('new/e'))).toEqual(['1045', '137']);
		expect(existsSync(at('old/e'))).toBe(false);
	});

	test('takes it where the other site has nothing at this place', () => {
		mkdirSync(at('new'));
		moveInto(at('old/e/137'), at('new/e/137'));
		expect(readdirSync(at('old/e'))).toEqual(['1045']);
		expect(read('new/e/137/index.html')).toBe('old 137');
	});

	test('leaves what the other site has there already', () => {
		write({ 'new/e/137/index.html': 'new 137', 'new/e/index.html': 'all' });
		moveInto(at('old/e'), at('new/e'));
		expect(readdirSync(at('new/e'))).toEqual(['1045', '137', 'index.html']);
		expect(read('new/e/137/index.html')).toBe('new 137');
		expect(read('new/e/1045/index.html')).toBe('1045');
	});
});
