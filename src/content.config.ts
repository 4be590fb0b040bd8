import { createRequire } from 'node:module';

/*
 * Node.js itself loads the collections, the compiler of the guides and Astro's loaders with them. Where Astro reads this
 * file, Vite would transform each of those 150 modules first, which is a second of every build.
 */
const load = createRequire(import.meta.url);
export const { collections } = load('./collections.ts') as typeof import('./collections.ts');
