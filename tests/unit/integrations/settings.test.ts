import { expect, test } from 'vitest';
import { parseSettings } from '../../../src/integrations/settings.ts';

const analytics = {
	name: 'Counter',
	script: 'https://count.test/script.js',
	purpose: 'see which guides are read',
	collects: 'The page and the day.',
	policy: 'https://count.test/privacy',
};

test('no analytics are the whole setting of a site that has none', () => {
	expect(parseSettings('{ "analytics": null }')).toEqual({ analytics: null });
});

test('analytics keep and send nothing else unless it is said', () => {
	expect(parseSettings(JSON.stringify({ analytics })).analytics).toMatchObject({
		stores: [],
		sendsTo: [],
		attributes: {},
	});
});

test.each([
	['{ "analytics": nul }', /^src\/settings\.json: It is not JSON: /],
	['{}', /^src\/settings\.json: analytics: /],
	['{ "analytics": null, "banner": true }', /^src\/settings\.json: Unrecognized key: "banner"$/],
	[
		JSON.stringify({ analytics: { ...analytics, script: 'http://count.test/a.js' } }),
		/^src\/settings\.json: analytics\.script: It must begin with https:\/\/\.$/,
	],
	[
		JSON.stringify({ analytics: { ...analytics, script: 'http://localhost.evil.test/a.js' } }),
		/analytics\.script/,
	],
	[
		JSON.stringify({ analytics: { ...analytics, attributes: { onload: 'x' } } }),
		/analytics\.attributes/,
	],
])('a mistake is named by its place: %s', (text, message) => {
	expect(() => parseSettings(text)).toThrow(message);
});
