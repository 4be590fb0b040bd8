import { trustedTypes } from './trusted-types.ts';
import { ownOriginOnly } from './trusted-url.ts';

/*
 * Lets Pagefind make its worker under the site's security policy. It makes it from a plain string, and only the policy
 * named `default` sees those; the pages without full-text search allow no policy of that name.
 */
trustedTypes?.createPolicy('default', { createScriptURL: ownOriginOnly });
