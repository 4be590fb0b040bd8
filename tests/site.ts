import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlToHast, type HastNode } from 'satteri';

/** Where the tests put the site that they look at; never `dist`, which may be stale. */
export const siteFolder = join(import.meta.dirname, '..', '.cache', 'test-site');

export interface Page {
	/** `/errors/nodejs/eaddrinuse/`, or `/404.html`. */
	readonly path: string;
	readonly html: string;
	readonly elements: readonly PageElement[];
}

export interface PageElement {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly text: string;
}

function textOf(node: HastNode): string {
	if (node.type === 'text') return node.value;
	return 'children' in node ? node.children.map(textOf).join('') : '';
}

function collect(node: HastNode, into: PageElement[]): PageElement[] {
	if (node.type === 'element') {
		const attributes = Object.fromEntries(
			Object.entries(node.properties).map(([name, value]) => [
				name.toLowerCase(),
				Array.isArray(value) ? value.join(' ') : String(value),
			]),
		);
		into.push({ name: node.tagName, attributes, text: textOf(node) });
	}
	// What a template holds is on no page.
	const isTemplate = node.type === 'element' && node.tagName === 'template';
	if ('children' in node && !isTemplate) for (const child of node.children) collect(child, into);
	return into;
}

function pathOf(file: string): string {
	return `/${file.replaceAll('\\', '/').replace(/(?:^|(?<=\/))index\.html$/, '')}`;
}

/** Every page of a built site, parsed. */
export function readPages(folder = siteFolder): Page[] {
	return globSync('**/*.html', { cwd: folder })
		.sort()
		.map((file) => {
			const html = readFileSync(join(folder, file), 'utf8');
			return { path: pathOf(file), html, elements: collect(htmlToHast(html), []) };
		});
}

/** Pages that people read; the others are redirects of short addresses. */
export function isReadingPage({ html }: Page): boolean {
	return !html.includes('http-equiv="refresh"');
}

export function isGuidePage({ path }: Page): boolean {
	return /^\/errors\/[^/]+\/[^/]+\/$/.test(path);
}
