import { expect, test } from 'vitest';
import { domainsOf, matchesName } from '#lib/stored-name.ts';

test('a name is meant as it is, or with any ending where a star says so', () => {
	expect(matchesName('_counter', '_counter')).toBe(true);
	expect(matchesName('_counter', '_counter_id')).toBe(false);
	expect(matchesName('_counter*', '_counter_id')).toBe(true);
	expect(matchesName('_counter*', 'other')).toBe(false);
});

test('a cookie may belong to the host and to each domain above it', () => {
	expect(domainsOf('docs.site.test')).toEqual(['docs.site.test', 'site.test', 'test']);
	expect(domainsOf('localhost')).toEqual(['localhost']);
});
