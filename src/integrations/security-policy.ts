import type { Analytics } from '#schema/site.ts';

/** The one Trusted Types policy of the site's own scripts; `trusted-url.ts` makes it. */
const ownPolicy = 'error-fixer-hub';

interface Needs {
	/** The `'sha256-…'` sources of the inline styles. */
	readonly styles: readonly string[];
	/** Full-text search: it compiles WebAssembly, and makes its worker from a plain string. */
	readonly runsPagefind?: boolean;
	readonly analytics?: Analytics | null;
}

function format(directives: readonly (readonly [name: string, ...values: string[]])[]): string {
	return directives.map((parts) => parts.join(' ')).join('; ');
}

function originsOf(analytics: Analytics | null | undefined): {
	readonly script: readonly string[];
	readonly sends: readonly string[];
} {
	if (!analytics) return { script: [], sends: [] };
	const script = new URL(analytics.script).origin;
	const sends = new Set([script, ...analytics.sendsTo.map((address) => new URL(address).origin)]);
	return { script: [script], sends: [...sends] };
}

/** The content security policy of a page. */
export function pagePolicy({ styles, runsPagefind = false, analytics }: Needs): string {
	const { script, sends } = originsOf(analytics);
	return format([
		['default-src', "'none'"],
		['script-src', "'self'", ...(runsPagefind ? ["'wasm-unsafe-eval'"] : []), ...script],
		['style-src', ...(styles.length > 0 ? styles : ["'none'"])],
		['img-src', "'self'", ...sends],
		['connect-src', "'self'", ...sends],
		['worker-src', "'self'"],
		['manifest-src', "'self'"],
		['object-src', "'none'"],
		['base-uri', "'none'"],
		['form-action', "'self'"],
		['frame-ancestors', "'none'"],
		['require-trusted-types-for', "'script'"],
		[
			'trusted-types',
			ownPolicy,
			// Only a policy of this name sees the strings of code that knows nothing of Trusted Types.
			...(runsPagefind ? ['default'] : []),
			...(analytics ? ['analytics'] : []),
		],
	]);
}

/** The policy of a script file. It counts where the file runs as a worker, which has the policy of its own response. */
export function scriptPolicy({ compilesWasm }: { readonly compilesWasm: boolean }): string {
	return format([
		['default-src', "'none'"],
		['script-src', "'self'", ...(compilesWasm ? ["'wasm-unsafe-eval'"] : [])],
		['connect-src', "'self'"],
		['base-uri', "'none'"],
		['frame-ancestors', "'none'"],
	]);
}
