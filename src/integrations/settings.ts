import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteSchema, type SiteSettings } from '#schema/site.ts';

const file = 'src/settings.json';

/** The settings are wrong; the message says where and how. */
class SettingsError extends Error {
	override readonly name = 'SettingsError';
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new SettingsError(
			`${file}: It is not JSON: ${error instanceof Error ? error.message : String(error)}`,
		);
	}
}

export function parseSettings(text: string): SiteSettings {
	const { data, error } = siteSchema.safeParse(parseJson(text));
	if (data) return data;
	throw new SettingsError(
		error.issues
			.map(
				({ path, message }) => `${file}: ${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`,
			)
			.join('\n'),
	);
}

/** What whoever runs the site decided. */
export function readSettings(root: string): SiteSettings {
	let text: string;
	try {
		text = readFileSync(join(root, file), 'utf8');
	} catch {
		throw new SettingsError(`${file} is missing. It has the url of the site and its analytics.`);
	}
	return parseSettings(text);
}
