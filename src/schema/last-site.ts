import { z } from 'zod';

/** What the build before made of which input. */
export const lastSiteSchema = z.object({
	folder: z.string(),
	/** Which folder it was: another one under the same name is not what the build made. */
	inode: z.number(),
	/** The digest of what rendered its pages. */
	renderer: z.string(),
	/** A key of what each of its pages shows, by its path; of those pages that the next build may take over. */
	pages: z.record(z.string(), z.string()),
	/** The digest of the redirects in it. */
	redirects: z.string(),
	/** The digest of what the finder's index was made of. */
	finder: z.string(),
	/** How many entries each folder had of which files are taken over, by its path in the site. */
	entries: z.record(z.string(), z.number()),
	/** The digest of what each part of the full-text index was made of, by its path. */
	searchParts: z.record(z.string(), z.string()),
});

export type LastSite = z.output<typeof lastSiteSchema>;
