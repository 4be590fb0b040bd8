import { expect, test } from 'vitest';
import { pagePolicy } from '../../../src/integrations/security-policy.ts';

function directivesOf(policy: string): Readonly<Record<string, string>> {
	return Object.fromEntries(
		policy.split('; ').map((directive) => {
			const [name = '', ...values] = directive.split(' ');
			return [name, values.join(' ')];
		}),
	);
}

test('a page may load from its own site alone, and nothing inline but its styles', () => {
	expect(directivesOf(pagePolicy({ styles: ["'sha256-a='", "'sha256-b='"] }))).toEqual({
		'default-src': "'none'",
		'script-src': "'self'",
		'style-src': "'sha256-a=' 'sha256-b='",
		'img-src': "'self'",
		'connect-src': "'self'",
		'worker-src': "'self'",
		'manifest-src': "'self'",
		'object-src': "'none'",
		'base-uri': "'none'",
		'form-action': "'self'",
		'frame-ancestors': "'none'",
		'require-trusted-types-for': "'script'",
		'trusted-types': 'error-fixer-hub',
	});
});

test('only full-text search compiles WebAssembly and has a policy for plain strings', () => {
	const policy = directivesOf(pagePolicy({ styles: [], runsPagefind: true }));
	expect(policy['script-src']).toBe("'self' 'wasm-unsafe-eval'");
	expect(policy['trusted-types']).toBe('error-fixer-hub default');
	expect(policy['style-src']).toBe("'none'");
});

test('analytics add their own origins, and no more', () => {
	const analytics = {
		name: 'Counter',
		script: 'https://count.test/js/script.js',
		attributes: {},
		sendsTo: ['https://in.count.test/event'],
		purpose: 'count visits',
		collects: 'The page.',
		stores: [],
		policy: 'https://count.test/privacy',
	};
	const policy = directivesOf(pagePolicy({ styles: [], analytics }));
	expect(policy['script-src']).toBe("'self' https://count.test");
	expect(policy['connect-src']).toBe("'self' https://count.test https://in.count.test");
	expect(policy['img-src']).toBe("'self' https://count.test https://in.count.test");
	expect(policy['default-src']).toBe("'none'");
	expect(policy['trusted-types']).toBe('error-fixer-hub analytics');
});
