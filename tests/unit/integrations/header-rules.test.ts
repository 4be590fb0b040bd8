import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { headersFor } from '../../../src/integrations/headers-file.ts';
import { headerRules } from '../../../src/integrations/header-rules.ts';

let site: string;

beforeEach(() => {
	site = mkdtempSync(join(tmpdir(), 'headers-'));
});

afterEach(() => rmSync(site, { recursive: true }));

test.each([
	['/pagefind/fragment/en_1.pf_fragment', true],
	['/pagefind/pagefind.en_1.pf_meta', true],
	['/pagefind/pagefind-entry.json', false],
	['/pagefind/part-2/index/en_1.pf_index', true],
	['/pagefind/part-2/pagefind.en_1.pf_meta', true],
	['/pagefind/part-2/pagefind-entry.json', false],
])('%s is kept for ever: %s', (path, isKept) => {
	mkdirSync(dirname(join(site, path)), { recursive: true });
	writeFileSync(join(site, path), '');
	const rules = headerRules({ folder: site, base: '/', styles: new Map() }, { analytics: null });
	const headers = headersFor(rules, path);
	expect((headers['Cache-Control'] ?? '').includes('immutable')).toBe(isKept);
	expect(headers['Content-Security-Policy']).toContain("default-src 'none'");
});

test('a site below a folder of its host has its rules below that folder', () => {
	mkdirSync(join(site, '_astro'));
	const rules = headerRules(
		{ folder: site, base: '/docs/errors/', styles: new Map() },
		{ analytics: null },
	);
	expect(rules.map(({ path }) => path)).toEqual(['/docs/errors/*', '/docs/errors/_astro/*']);
});
