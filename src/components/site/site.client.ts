/* The one script of every page. An element does nothing on a page that does not have it. */

import '#components/search/load-search-box.client.ts';
import '#components/search/search-shortcut.client.ts';
// Before the elements in it, which ask it.
import '#components/guide/guide-page.client.ts';
import '#components/guide/variant-switch.client.ts';
import '#components/guide/fix-item.client.ts';
import '#components/guide/progress-memory.client.ts';
import '#components/guide/support-summary.client.ts';
