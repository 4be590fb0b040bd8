import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DigestedGuide } from '#content/content.ts';
import { GuideStore, toCard } from '#content/guide-store.ts';
import { cleanGuide, guideOf } from './clean-guide.ts';

let folder: string;
const opened: GuideStore[] = [];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'guide-store-'));
});

afterEach(() => {
	for (const store of opened.splice(0)) store.close();
	rmSync(folder, { recursive: true });
});

function open(): GuideStore {
	const store = new GuideStore(pathToFileURL(`${folder}/`));
	opened.push(store);
	return store;
}

function named(name: string): DigestedGuide {
	const id = `kiln/${name.toLowerCase().replaceAll(' ', '-')}`;
	return { digest: `digest of ${name}`, guide: { ...guideOf(cleanGuide), id, name } };
}

function replace(store: GuideStore, names: readonly string[], broken: readonly string[] = []) {
	store.replace({ guides: names.map(named), broken });
}

test('gives each guide back by its digest, with its days as days', () => {
	replace(open(), ['Lid open', 'Zu heiß → Ende']);
	const store = open();

	expect(store.read('digest of Zu heiß → Ende')).toEqual(named('Zu heiß → Ende').guide);
	expect(store.find('digest of Lid open')).toEqual(named('Lid open').guide);
	expect(store.find('digest of Lid shut')).toBeUndefined();
});

test('sees what another store has written since it was first read', () => {
	const store = open();
	replace(store, ['Lid open']);
	store.read('digest of Lid open');

	replace(open(), ['Lid shut']);

	expect(store.read('digest of Lid shut').name).toBe('Lid shut');
});

test('keeps nothing of what is no longer in the content', () => {
	const store = open();
	replace(store, ['Lid open', 'Too hot']);

	replace(store, ['Too hot']);

	expect(store.cards().map(({ name }) => name)).toEqual(['Too hot']);
	expect(() => open().read('digest of Lid open')).toThrow('Delete .cache and try again.');
});

test('keeps a guide with findings as it last was', () => {
	const store = open();
	replace(store, ['Lid open', 'Too hot']);

	replace(store, ['Too hot'], ['kiln/lid-open']);

	expect(store.cards().map(({ name }) => name)).toEqual(['Lid open', 'Too hot']);
});

test('a store that is missing or broken counts as empty', () => {
	expect(open().cards()).toEqual([]);
	opened.pop()?.close();
	writeFileSync(join(folder, 'guides.sqlite'), 'SQLite format 3\0 and then something else');

	const store = open();
	expect(store.cards()).toEqual([]);
	replace(store, ['Lid open']);
	expect(open().cards()).toHaveLength(1);
});

test('a run that fails leaves the guides of the run before', () => {
	const store = open();
	replace(store, ['Lid open']);
	const { guide } = named('Too hot');

	expect(() =>
		store.replace({
			// A number that JSON does not know.
			guides: [{ digest: 'x', guide: { ...guide, steps: 1n } as never }],
			broken: [],
		}),
	).toThrow(TypeError);

	expect(store.cards().map(({ name }) => name)).toEqual(['Lid open']);
});

test('lists cards by id, as they were made', () => {
	replace(open(), ['Too hot', 'Lid open']);

	expect(open().cards()).toEqual(
		['Lid open', 'Too hot'].map((name) => toCard(named(name).guide, `digest of ${name}`)),
	);
});
