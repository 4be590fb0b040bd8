import { join } from 'node:path';
import { ports } from './ports.ts';
import { buildSiteWith } from './project.ts';

/** The second site that the tests look at: the same content with the one setting that adds analytics. */
export const analyticsSiteFolder = join(import.meta.dirname, '..', '.cache', 'analytics-site');

export const counterOrigin = `http://127.0.0.1:${ports.counter}`;

export const analytics = {
	name: 'Example Counter',
	script: `${counterOrigin}/counter.js`,
	attributes: { 'data-site': 'error-fixer-hub' },
	purpose: 'see which guides are read',
	collects: 'It learns which page was read and when.',
	stores: [
		{ name: '_counter*', where: 'cookie', purpose: 'tells visits apart', kept: '13 months' },
		{ name: 'counter-visit', where: 'local storage', purpose: 'counts pages', kept: 'for ever' },
	],
	policy: 'https://counter.example/privacy',
} as const;

export function buildAnalyticsSite(): void {
	buildSiteWith({ analytics }, analyticsSiteFolder);
}

if (import.meta.main) buildAnalyticsSite();
