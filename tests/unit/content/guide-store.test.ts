import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { GuideStore, type ContentList } from '#content/guide-store.ts';
import { toCard, toJson } from '#lib/guide-json.ts';
import type { Guide } from '#schema/guide.ts';
import { cleanGuide, guideOf } from './clean-guide.ts';

const nothing: ContentList = { guides: [], products: [], categories: [] };
let folder: string;
let cacheDir: URL;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'guide-store-'));
	cacheDir = pathToFileURL(`${folder}/`);
});

afterEach(() => rmSync(folder, { recursive: true }));

function named(name: string): Guide {
	return { ...guideOf(cleanGuide), name };
}

function bytesOf(names: readonly string[]): ReadonlyMap<string, Buffer> {
	return new Map(names.map((name) => [`digest of ${name}`, Buffer.from(toJson(named(name)))]));
}

test('gives each guide back by its digest, with its days as days', () => {
	new GuideStore(cacheDir, 'build').write(bytesOf(['Lid open', 'Zu heiß → Ende']), nothing);
	const store = new GuideStore(cacheDir, 'build');

	expect(store.read('digest of Zu heiß → Ende')).toEqual(named('Zu heiß → Ende'));
	expect(store.read('digest of Lid open')).toEqual(named('Lid open'));
});

test('sees what another store has written since it was first read', () => {
	const store = new GuideStore(cacheDir, 'dev');
	store.write(bytesOf(['Lid open']), nothing);
	store.read('digest of Lid open');

	new GuideStore(cacheDir, 'dev').write(bytesOf(['Lid shut']), nothing);

	expect(store.read('digest of Lid shut').name).toBe('Lid shut');
});

test('keeps nothing of what is no longer in the content', () => {
	const store = new GuideStore(cacheDir, 'build');
	store.write(bytesOf(['Lid open', 'Too hot']), nothing);
	const before = readdirSync(join(folder, 'guides-build'));

	store.write(bytesOf(['Too hot']), nothing);

	expect([...store.readAll().keys()]).toEqual(['digest of Too hot']);
	expect(readdirSync(join(folder, 'guides-build'))).toHaveLength(before.length);
	expect(() => new GuideStore(cacheDir, 'build').read('digest of Lid open')).toThrow(
		'Delete .cache, and build again.',
	);
});

test('a build and dev do not touch each other', () => {
	new GuideStore(cacheDir, 'dev').write(bytesOf(['Lid open']), nothing);
	new GuideStore(cacheDir, 'build').write(bytesOf(['Too hot']), nothing);

	expect(new GuideStore(cacheDir, 'dev').read('digest of Lid open').name).toBe('Lid open');
});

test('a store that is missing or broken counts as empty', () => {
	const store = new GuideStore(cacheDir, 'build');
	expect(store.readAll().size).toBe(0);

	store.write(bytesOf(['Lid open']), nothing);
	writeFileSync(join(folder, 'guides-build', 'pack.json'), '{ "file": "gui');

	expect(store.readAll().size).toBe(0);
});

test('lists the content as it was written', () => {
	const guide = { ...toCard(named('Lid open')), digest: 'digest of Lid open' };
	const list = { ...nothing, guides: [guide] };

	new GuideStore(cacheDir, 'build').write(bytesOf(['Lid open']), list);

	expect(new GuideStore(cacheDir, 'build').list()).toEqual(list);
});
