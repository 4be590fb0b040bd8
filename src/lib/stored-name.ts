/** Whether a setting speaks of what is stored under a name; `*` at its end stands for any ending. */
export function matchesName(pattern: string, name: string): boolean {
	return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** A cookie that a page of this host can read may belong to the host or to any domain above it. */
export function domainsOf(hostname: string): readonly string[] {
	const parts = hostname.split('.');
	return parts.map((_, index) => parts.slice(index).join('.'));
}
