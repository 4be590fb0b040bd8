import { expect, test } from 'vitest';
import { parseSettings } from '../../../src/integrations/settings.ts';

const url = 'https://errorfixerhub.org/';

const analytics = {
	name: 'Counter',
	script: 'https://count.test/script.js',
	purpose: 'see which guides are read',
	collects: 'The page and the day.',
	policy: 'https://count.test/privacy',
};

test('an address is the whole setting of a site that has no analytics', () => {
	const settings = { url, analytics: null };
	expect(parseSettings(JSON.stringify(settings))).toEqual(settings);
});

test('analytics keep and send nothing else unless it is said', () => {
	expect(parseSettings(JSON.stringify({ url, analytics })).analytics).toMatchObject({
		stores: [],
		sendsTo: [],
		attributes: {},
	});
});

test.each([
	['{ "analytics": nul }', /^src\/settings\.json: It is not JSON: /],
	[JSON.stringify({ url }), /^src\/settings\.json: analytics: /],
	['{ "analytics": null }', /^src\/settings\.json: url: /],
	[
		JSON.stringify({ url: 'http://errors.test/', analytics: null }),
		/^src\/settings\.json: url: It must begin with https:\/\/\.$/,
	],
	[
		JSON.stringify({ url: 'https://errors.test/docs', analytics: null }),
		/^src\/settings\.json: url: It must end with a slash, /,
	],
	[
		JSON.stringify({ url, analytics: null, banner: true }),
		/^src\/settings\.json: Unrecognized key: "banner"$/,
	],
	[
		JSON.stringify({ url, analytics: { ...analytics, script: 'http://count.test/a.js' } }),
		/^src\/settings\.json: analytics\.script: It must begin with https:\/\/\.$/,
	],
	[
		JSON.stringify({ url, analytics: { ...analytics, script: 'http://localhost.evil.test/a.js' } }),
		/analytics\.script/,
	],
	[
		JSON.stringify({ url, analytics: { ...analytics, attributes: { onload: 'x' } } }),
		/analytics\.attributes/,
	],
])('a mistake is named by its place: %s', (text, message) => {
	expect(() => parseSettings(text)).toThrow(message);
});
