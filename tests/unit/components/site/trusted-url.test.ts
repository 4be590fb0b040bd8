import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => {
	vi.resetModules();
	vi.stubGlobal('location', new URL('https://site.test/errors/a/b/'));
});

afterEach(() => vi.unstubAllGlobals());

async function load() {
	return import('../../../../src/components/site/trusted-url.ts');
}

test('an address of the site becomes whole', async () => {
	const { trustedUrl } = await load();
	expect(trustedUrl('/_astro/a.js')).toBe('https://site.test/_astro/a.js');
	expect(trustedUrl(new URL('https://site.test/x.js'))).toBe('https://site.test/x.js');
});

test.each(['https://evil.test/a.js', '//evil.test/a.js', 'data:text/javascript,1', 'blob:null/1'])(
	'%s is refused',
	async (address) => {
		const { trustedUrl } = await load();
		expect(() => trustedUrl(address)).toThrow(TypeError);
	},
);

test('where the browser has Trusted Types, its policy makes the address', async () => {
	const createPolicy = vi.fn((name: string, rules: { createScriptURL(text: string): string }) => ({
		createScriptURL: (text: string) => `${name}: ${rules.createScriptURL(text)}`,
	}));
	vi.stubGlobal('trustedTypes', { createPolicy });
	const { trustedUrl } = await load();
	expect(trustedUrl('/a.js')).toBe('error-fixer-hub: https://site.test/a.js');
	expect(() => trustedUrl('https://evil.test/a.js')).toThrow(TypeError);
	expect(createPolicy).toHaveBeenCalledTimes(1);
});
