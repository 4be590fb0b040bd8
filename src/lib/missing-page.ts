import { codeSlug } from './notation.ts';
import { basePath, sitePath } from './url.ts';

/** What the address of a page that does not exist asks for. */
export interface MissingPage {
	/** The last part of the path, which is where a code would stand. */
	readonly code: string;
	/** The short address that was meant, for one typed with other capitals. */
	readonly shortAddress?: string;
}

export function readMissingPage(pathname: string): MissingPage {
	const parts = pathname.slice(basePath.length).split('/').filter(Boolean);
	const last = parts.at(-1) ?? '';
	const code = decodePart(last);
	const slug = codeSlug(code);
	const isShort = parts.length === 2 && parts[0] === 'e';
	return isShort && slug && slug !== last
		? { code, shortAddress: sitePath(`/e/${slug}/`) }
		: { code };
}

/** A part that is not encoded as paths are stays as it is. */
function decodePart(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
