import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/* A site may be served from a folder, so an address that a page or a script names comes from `sitePath`. */

const handWritten = /(?:href|src|action)(?:=|: )["'`]\/(?!\/)|(?<!sitePath\()["'`]\/[a-z]+[/?#]/;

function findHandWritten(text: string): readonly string[] {
	return text.split('\n').filter((line) => handWritten.test(line));
}

test.each([
	'<a href="/">',
	'<a href="/codes/">',
	"{ href: '/codes/', label: 'All codes' }",
	'location.assign(`/errors/${id}/`)',
	"fetch('/api/v1/finder/index.json')",
])('an address without the folder is found: %s', (line) => {
	expect(findHandWritten(line)).toEqual([line]);
});

test.each([
	"<a href={sitePath('/codes/')}>",
	'sitePath(`/e/${slug}/`)',
	'<a href={`#${id}`}>',
	"path.split('/')",
	"content: '/' / '';",
])('what names no address, or one with the folder, is none: %s', (line) => {
	expect(findHandWritten(line)).toEqual([]);
});

test('no component, layout or page has an address without the folder', () => {
	const found = globSync('src/{components,layouts,pages}/**/*.{astro,ts}').flatMap((file) =>
		findHandWritten(readFileSync(file, 'utf8')).map((line) => `${file}: ${line.trim()}`),
	);
	expect(found).toEqual([]);
});
