import { z } from 'zod';

export const httpsUrl = z
	.url({ protocol: /^https$/, error: 'must be an address that starts with https://' })
	// JSON Schema knows an address, but not of which kind.
	.meta({ pattern: '^https://' });
