import { AnalyticsConsent, type AnalyticsFacts } from './analytics-consent.ts';
import { ConsentControl } from './consent-control.ts';
import { consentNotice } from './consent-notice.ts';

/*
 * Asks before analytics are loaded, and remembers the answer. It runs before the page is read, so that it decides before
 * the first painting whether the notice is there; it only needs the facts in the head.
 */

const facts = document.querySelector<HTMLMetaElement>('meta[name="analytics"]')?.content;
if (facts) {
	// Written by `ConsentHead.astro`.
	const consent = new AnalyticsConsent(JSON.parse(facts) as AnalyticsFacts);
	customElements.define('consent-notice', consentNotice(consent));
	customElements.define('consent-control', ConsentControl);
}
