import { z } from 'zod';

const address = z
	.url()
	// A browser trusts its own machine as it trusts TLS, so a trial on one machine needs no certificate.
	.regex(/^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1)[:/])/, 'It must begin with https://.');

/** Something that the analytics keep on the reader's device. */
const storedItemSchema = z.strictObject({
	name: z
		.string()
		.regex(/^[\w.-]+\*?$/, 'A name, or the first part of one with * at its end.')
		.describe('Its name; `*` at the end stands for any ending.'),
	where: z.enum(['cookie', 'local storage', 'session storage']).describe('Where it is kept.'),
	purpose: z.string().min(3).describe('What it is for.'),
	kept: z.string().min(3).describe('For how long, in words.'),
});

const analyticsSchema = z.strictObject({
	name: z.string().min(2).describe('The service, as the notice and the privacy page call it.'),
	script: address.describe('The script that is loaded when a reader accepts.'),
	attributes: z
		.record(z.string().regex(/^data-[a-z0-9-]+$/), z.string())
		.default({})
		.describe('`data-` attributes that the script reads from its element.'),
	sendsTo: z
		.array(address)
		.default([])
		.describe('Other origins that the script sends to, beside its own.'),
	purpose: z
		.string()
		.min(10)
		.describe('What it is used for, as the end of “This site would like to use it to …”.'),
	collects: z.string().min(10).describe('What it learns about a visit, as a whole sentence.'),
	stores: z
		.array(storedItemSchema)
		.default([])
		.describe('Everything that it keeps on the device. It is deleted when a reader withdraws.'),
	policy: address.describe('Where the service says what it does with the data.'),
});

/** What whoever runs the site decides: `src/settings.json`. */
export const siteSchema = z.strictObject({
	url: address
		.regex(/^[^?#%]+\/$/, 'It must end with a slash, and have no query, fragment or percent sign.')
		.describe('Where the site is served, with the folder when it is not the whole of its origin.'),
	analytics: analyticsSchema
		.nullable()
		.describe('A script that counts visits, loaded only after consent; `null` for none.'),
});

export type Analytics = z.output<typeof analyticsSchema>;
export type SiteSettings = z.output<typeof siteSchema>;
