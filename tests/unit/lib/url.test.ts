import { expect, test } from 'vitest';
import {
	categoryPath,
	codePath,
	editUrl,
	guideOfPath,
	guidePath,
	productPath,
	reportUrl,
	pastePath,
	requestUrl,
} from '#lib/url.ts';

test('ends every path with a slash', () => {
	expect([
		guidePath('npm/eacces'),
		productPath('npm'),
		categoryPath('node-npm'),
		codePath('502 Bad Gateway'),
	]).toEqual([
		'/errors/npm/eacces/',
		'/errors/npm/',
		'/categories/node-npm/',
		'/e/502-bad-gateway/',
	]);
});

test('finds the guide of its own path', () => {
	expect(guideOfPath(guidePath('npm/eacces'))).toBe('npm/eacces');
});

test.each(['/errors/npm/', '/errors/npm/eacces', '/errors/npm/eacces/#fix', '/e/eacces/', ''])(
	'finds no guide for the path "%s"',
	(path) => {
		expect(guideOfPath(path)).toBeUndefined();
	},
);

test('leads to the source of a guide', () => {
	expect(new URL(editUrl('npm/eacces')).pathname).toMatch(/\/content\/guides\/npm\/eacces\.mdx$/);
});

test('fills in the code of a report, whatever characters it has', () => {
	const url = new URL(reportUrl({ id: 'a/1', code: 'A&B #1', updated: '2026-11-22' }));

	expect(url.searchParams.get('title')).toBe('A&B #1: ');
	expect(url.searchParams.get('body')).toContain('/errors/a/1/\nUpdated: 2026-11-22');
});

test('fills in the code of a request, or leaves it open', () => {
	const titles = ['A&B', ''].map((code) => new URL(requestUrl(code)).searchParams.get('title'));

	expect(titles).toEqual(['Guide wanted: A&B', 'Guide wanted: ']);
});

test('puts a paste behind the #, with half characters replaced', () => {
	expect(pastePath('a b\n\uD800')).toBe('/search/#a%20b%0A%EF%BF%BD');
});
