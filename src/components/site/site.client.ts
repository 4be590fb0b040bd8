/* The one script of every page. */

import '#components/search/load-search-box.client.ts';
import '#components/search/search-shortcut.client.ts';
import { init as initGuide } from '#components/guide/guide.client.ts';

const guide = document.querySelector<HTMLElement>('.guide');
if (guide) initGuide(guide);
