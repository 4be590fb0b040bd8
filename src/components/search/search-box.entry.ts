import { wake } from './finder-client.ts';
import { init } from './search-box.client.ts';

/* What `site.client.ts` loads when a search box is used for the first time. */

for (const form of document.querySelectorAll<HTMLFormElement>('[data-search-box]')) init(form);
wake();
