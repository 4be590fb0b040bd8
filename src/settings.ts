import { siteSchema } from '#schema/site.ts';
import source from '#settings.json' with { type: 'json' };

/** What whoever runs this site decided, for the pages. The build has checked it before. */
export const settings = siteSchema.parse(source);
