import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsOf, searchFullText, type Pagefind } from '#finder/full-text.ts';

interface Page {
	readonly id: string;
	readonly meta: Readonly<Record<string, string>>;
	readonly content: string;
}

const pages: readonly Page[] = [
	{
		id: 'npm/eacces',
		meta: {
			code: 'EACCES',
			name: 'No permission to write',
			product: 'npm',
			category: 'Node.js',
			answer: 'Give the folder back to `you`.',
		},
		content: 'npm has no permission to write the folder. See EADDRINUSE for ports.',
	},
	{
		id: 'nodejs/eaddrinuse',
		meta: { code: 'EADDRINUSE', aliases: 'port in use · WSAEADDRINUSE', name: 'Port taken' },
		content: 'Another process listens on the port.',
	},
	{
		id: 'nginx/502',
		meta: { code: '502 Bad Gateway', name: 'The upstream does not answer' },
		content: 'nginx cannot reach the upstream server.',
	},
];

/** A Pagefind that finds the pages with all words, or, as the real one, by a prefix where no page has a word. */
function fakePagefind(searches: unknown[] = []): Pagefind {
	const textOf = ({ meta, content }: Page) =>
		`${Object.values(meta).join(' ')} ${content}`.toLowerCase();
	const has = (page: Page, word: string) => textOf(page).includes(word);
	return {
		search(term, options) {
			searches.push([term, options.filters]);
			const words = term
				.toLowerCase()
				.split(' ')
				.map((word) => (pages.some((page) => has(page, word)) ? word : word.slice(0, 2)));
			const found = pages.filter((page) => words.every((word) => has(page, word)));
			return Promise.resolve({
				results: found.map((page) => ({
					id: page.id,
					score: 1,
					data: () =>
						Promise.resolve({
							url: `/errors/${page.id}/`,
							content: page.content,
							meta: page.meta,
						}),
				})),
			});
		},
	};
}

const urlsOf = async (input: string) =>
	(await searchFullText(fakePagefind(), input, {})).map(({ url, exact }) => `${url} ${exact}`);

test('gives what a page says about itself', async () => {
	const hits = await searchFullText(fakePagefind(), 'write folder', {});

	expect(hits).toEqual([
		{
			url: '/errors/npm/eacces/',
			code: 'EACCES',
			name: 'No permission to write',
			product: 'npm',
			category: 'Node.js',
			answer: 'Give the folder back to `you`.',
			words: ['folder', 'write'],
			exact: false,
			proven: false,
		},
	]);
});

test('puts the page with the exact code before one that mentions it', async () => {
	expect(await urlsOf('eaddrinuse')).toEqual([
		'/errors/nodejs/eaddrinuse/ true',
		'/errors/npm/eacces/ false',
	]);
});

test('takes an alias for the code', async () => {
	expect(await urlsOf('WSAEADDRINUSE')).toEqual(['/errors/nodejs/eaddrinuse/ true']);
});

test('finds a code of several words inside a line', async () => {
	expect(await urlsOf('HTTP/1.1 502 Bad Gateway upstream')).toEqual(['/errors/nginx/502/ true']);
});

test('finds pages with some of the words where none has all', async () => {
	expect(await urlsOf('upstream server zebra')).toEqual(['/errors/nginx/502/ false']);
});

test('gives no page for an unknown code that shares its first letters with a known one', async () => {
	expect(await urlsOf('EADDRZZZ99')).toEqual([]);
});

test('asks nothing when nothing was typed', async () => {
	const searches: unknown[] = [];

	const hits = await searchFullText(fakePagefind(searches), ' \u200B\n', {});

	expect([hits, searches]).toEqual([[], []]);
});

test('searches common words as they are when there are no others', async () => {
	const searches: unknown[] = [];

	await searchFullText(fakePagefind(searches), 'is not a', {});

	expect(searches[0]).toEqual(['is not a', {}]);
});

test('hands the filters to every search', async () => {
	const searches: unknown[] = [];
	const filters = { product: { any: ['npm'] } };

	await searchFullText(fakePagefind(searches), 'port zebra', filters);

	expect(searches).toEqual([
		['zebra port', filters],
		['zebra', filters],
		['port', filters],
	]);
});

test('rejects when the index cannot be loaded', async () => {
	const broken: Pagefind = { search: () => Promise.reject(new Error('no network')) };

	await expect(searchFullText(broken, 'EACCES', {})).rejects.toThrow('no network');
});

test('tells the forms of words apart from what stands around them', () => {
	expect(runsOf('Ports: two processes (EACCES).', ['process', 'EACCES', 'port'])).toEqual([
		{ text: 'Ports', word: 'port' },
		{ text: ': ' },
		{ text: 'two' },
		{ text: ' ' },
		{ text: 'processes', word: 'process' },
		{ text: ' (' },
		{ text: 'EACCES', word: 'EACCES' },
		{ text: ').' },
	]);
});

test('the runs of any text are that text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, words) => {
			expect(
				runsOf(text, words)
					.map((run) => run.text)
					.join(''),
			).toBe(text);
		}),
	);
});
