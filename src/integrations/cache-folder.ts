/** What builds and the dev server keep, from the project's folder. Not in `node_modules`, which projects may share. */
export const cacheFolder = '.cache/astro';
