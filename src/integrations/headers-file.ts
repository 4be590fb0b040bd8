/*
 * The `_headers` file that static hosts read (Netlify, Cloudflare Pages and others): a path pattern on a line of its own,
 * under it indented headers. Hosts disagree about two rules that set the same header for one path (one joins the values,
 * another takes the closer rule), so a file that all of them read alike never has two.
 */

export interface HeaderRule {
	/** An address within the site; `*` stands for any characters, `:name` for one part of the path. */
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
}

/** What the strictest of the hosts accepts. */
const mostRules = 100;
const longestLine = 2000;

export function formatHeaders(rules: readonly HeaderRule[]): string {
	if (rules.length > mostRules)
		throw new Error(`${rules.length} header rules, and hosts read ${mostRules}.`);
	const lines = rules.flatMap(({ path, headers }) => [
		path,
		...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
	]);
	const long = lines.find((line) => line.length > longestLine);
	if (long) throw new Error(`A header line has ${long.length} characters: ${long.slice(0, 80)}…`);
	return `${lines.join('\n')}\n`;
}

/** Throws with the line that it cannot read. */
export function parseHeaders(text: string): HeaderRule[] {
	const rules: { path: string; headers: Record<string, string> }[] = [];
	for (const [index, line] of text.split(/\r?\n/).entries()) {
		if (/^\s*(?:#|$)/.test(line)) continue;
		const header = /^\s+([A-Za-z0-9-]+):\s*(.*?)\s*$/.exec(line);
		const current = rules.at(-1);
		if (header && current) current.headers[header[1]!] = header[2]!;
		else if (line.startsWith('/')) rules.push({ path: line.trim(), headers: {} });
		else throw new Error(`_headers:${index + 1}: "${line.trim()}" is neither a path nor a header.`);
	}
	return rules;
}

function matches(pattern: string, path: string): boolean {
	const source = pattern
		.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
		.replaceAll('*', '.*')
		.replace(/:[A-Za-z]\w*/g, '[^/]+');
	return new RegExp(`^${source}$`).test(path);
}

/** The headers of one address as a host sends them; values of the same name are joined. */
export function headersFor(
	rules: readonly HeaderRule[],
	path: string,
): Readonly<Record<string, string>> {
	const found = new Map<string, { name: string; value: string }>();
	for (const { path: pattern, headers } of rules) {
		if (!matches(pattern, path)) continue;
		for (const [name, value] of Object.entries(headers)) {
			const earlier = found.get(name.toLowerCase());
			found.set(name.toLowerCase(), {
				name: earlier?.name ?? name,
				value: earlier ? `${earlier.value}, ${value}` : value,
			});
		}
	}
	return Object.fromEntries([...found.values()].map(({ name, value }) => [name, value]));
}
