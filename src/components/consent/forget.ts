import { domainsOf, matchesName } from '#lib/stored-name.ts';
import type { Analytics } from '#schema/site.ts';

type Stored = Pick<Analytics['stores'][number], 'name' | 'where'>;

/** Which domain a cookie belongs to cannot be asked, so each is tried. */
function deleteCookie(name: string): void {
	const domains = domainsOf(location.hostname).map((domain) => `; domain=${domain}`);
	for (const domain of ['', ...domains]) document.cookie = `${name}=; path=/; max-age=0${domain}`;
}

function deleteFrom(storage: () => Storage, pattern: string): void {
	try {
		for (const key of Object.keys(storage()))
			if (matchesName(pattern, key)) storage().removeItem(key);
	} catch {
		// Storage is blocked, so nothing is in it.
	}
}

/** Deletes what the setting says that the analytics store. */
export function forget(stores: readonly Stored[]): void {
	const cookies = document.cookie.split('; ').map((cookie) => cookie.split('=')[0] ?? '');
	for (const { name, where } of stores) {
		if (where === 'cookie') cookies.filter((own) => matchesName(name, own)).forEach(deleteCookie);
		else deleteFrom(() => (where === 'local storage' ? localStorage : sessionStorage), name);
	}
}
