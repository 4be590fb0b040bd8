import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { reportUrl, requestUrl } from '#lib/url.ts';

/* The site opens the forms of `.github/ISSUE_TEMPLATE/` with what it knows filled in. */

const written = globSync('content/pages/*.mdx').flatMap(
	(path) => readFileSync(path, 'utf8').match(/https:[^\s)]*\/issues\/new\?[^\s)]*/g) ?? [],
);

test.each([
	requestUrl({ code: 'E1', message: 'It broke.', product: 'Kiln' }),
	reportUrl({ id: 'kiln/e1', code: 'E1', updated: '2026-11-22' }),
	...written,
])('a form has the fields of %s', (url) => {
	const { template, title: _, ...fields } = Object.fromEntries(new URL(url).searchParams);
	// Whatever it is, the assertion tells.
	const form = parse(readFileSync(`.github/ISSUE_TEMPLATE/${template}`, 'utf8')) as {
		readonly body: readonly { readonly id?: string }[];
	};

	expect(form.body.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(fields)));
});

test('pages link to forms', () => {
	expect(written).not.toEqual([]);
});
