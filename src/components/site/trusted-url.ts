import { trustedTypes } from './trusted-types.ts';

/** Throws for an address of another origin. */
export function ownOriginOnly(address: string): string {
	const url = new URL(address, location.href);
	if (url.origin !== location.origin) throw new TypeError(`${url.origin} is not this site`);
	return url.href;
}

const rules = { createScriptURL: ownOriginOnly };
const policy = trustedTypes?.createPolicy('error-fixer-hub', rules) ?? rules;

/**
 * An address of this site as `new Worker` takes it under the site's security policy. Throws for another origin. Where the
 * browser knows Trusted Types it is a `TrustedScriptURL`, which goes wherever a string goes.
 */
export function trustedUrl(address: string | URL): string {
	return policy.createScriptURL(String(address));
}
