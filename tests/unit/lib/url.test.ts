import { expect, test, vi } from 'vitest';
import {
	categoryPath,
	codePath,
	editUrl,
	guideLink,
	guideOfLink,
	guidePath,
	linkTarget,
	productPath,
	reportUrl,
	requestUrl,
	resultsPath,
} from '#lib/url.ts';

vi.resetModules();
vi.doMock('#settings.json', () => ({
	default: { url: 'https://example.org/docs/errors/', analytics: null },
}));
const nested = await import('#lib/url.ts');

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

test('finds the guide of the link to it', () => {
	expect(guideOfLink(guideLink('npm/eacces'))).toBe('npm/eacces');
});

test.each(['/errors/npm/', '/errors/npm/eacces', '/errors/npm/eacces/#fix', '/e/eacces/', ''])(
	'finds no guide for the link "%s"',
	(path) => {
		expect(guideOfLink(path)).toBeUndefined();
	},
);

test('leads to the source of a guide', () => {
	expect(new URL(editUrl('npm/eacces')).pathname).toMatch(/\/content\/guides\/npm\/eacces\.mdx$/);
});

test('fills in the form for a report, whatever characters the code has', () => {
	const url = new URL(reportUrl({ id: 'a/1', code: 'A&B #1' }));

	expect(Object.fromEntries(url.searchParams)).toEqual({
		template: 'wrong-fact.yml',
		title: 'A&B #1: ',
		page: 'https://errorfixerhub.org/errors/a/1/',
	});
});

test('fills in the form for a request with what is known, and leaves the rest open', () => {
	const fields = [{ code: 'A&B', message: 'a < b' }, { product: 'npm' }, {}].map((known) =>
		Object.fromEntries(new URL(requestUrl(known)).searchParams),
	);
	const form = { template: 'missing-error.yml' };

	expect(fields).toEqual([
		{ ...form, title: 'Guide wanted: A&B', code: 'A&B', message: 'a < b' },
		{ ...form, title: 'Guide wanted: ', product: 'npm' },
		{ ...form, title: 'Guide wanted: ' },
	]);
});

test('puts a paste after the #, with half characters replaced', () => {
	expect(resultsPath('a b\n\uD800', true)).toBe('/search/#a%20b%0A%EF%BF%BD');
});

test('gives a path within the site its folder, and leaves other links of authors alone', () => {
	const links = ['/', '/errors/npm/eacces/#fix', '#fix', 'https://nodejs.org/', 'codes/'];

	expect(links.map(linkTarget)).toEqual(links);
	expect(links.map(nested.linkTarget)).toEqual([
		'/docs/errors/',
		'/docs/errors/errors/npm/eacces/#fix',
		'#fix',
		'https://nodejs.org/',
		'codes/',
	]);
});

test('gives every path of a page the folder', () => {
	const { guidePath, productPath, categoryPath, codePath, resultsPath } = nested;

	expect([
		guidePath('npm/eacces'),
		productPath('npm'),
		categoryPath('node-npm'),
		codePath('404'),
		resultsPath('a', false),
		resultsPath('a', true),
	]).toEqual([
		'/docs/errors/errors/npm/eacces/',
		'/docs/errors/errors/npm/',
		'/docs/errors/categories/node-npm/',
		'/docs/errors/e/404/',
		'/docs/errors/search/?q=a',
		'/docs/errors/search/#a',
	]);
});
