import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { frontmatterSchema } from '#schema/guide.ts';
import { productSourceSchema } from '#schema/product.ts';
import { buildIndex } from '#finder/index-build.ts';
import { finderPath, type IndexedGuide, type IndexedProduct } from '#finder/index-shape.ts';
import { toIndexedGuides, toIndexedProducts } from '#finder/indexed.ts';
import { digestName } from '#integrations/finder-index.ts';
import { runMeasured } from '../child.ts';
import { listFiles } from '../files.ts';
import { copyProject, createProject } from '../project.ts';

/** Guides to measure with, and what was built from them. */
export interface Site {
	/** How many generated guides, or the guides that the project has. */
	readonly size: number | 'real';
	readonly guides: readonly IndexedGuide[];
	/** The folder that holds the finder's index. */
	readonly index: string;
	/** The pages to serve; those of a smaller site where only the index was built. */
	readonly dist: string | undefined;
	/** Whether the project's own build made all of it, Pagefind included. */
	readonly isFull: boolean;
}

/** The text between the two `---` lines, with dates as the project reads them. */
function readFrontmatter(text: string): unknown {
	return parse(text.slice(4, text.indexOf('\n---', 3)), { customTags: ['timestamp'] });
}

function readContent(root: string): {
	readonly guides: readonly IndexedGuide[];
	readonly products: readonly IndexedProduct[];
} {
	const read = (folder: string, extension: string) =>
		listFiles(join(root, 'content', folder))
			.filter((file) => file.endsWith(extension))
			.map((file) => ({
				id: file.slice(0, -extension.length),
				text: readFileSync(join(root, 'content', folder, file), 'utf8'),
			}));
	const guides = read('guides', '.mdx').map(({ id, text }) => ({
		...frontmatterSchema.parse(readFrontmatter(text)),
		id,
	}));
	const products = read('products', '.yaml').map(({ id, text }) => ({
		...productSourceSchema.parse(parse(text, { customTags: ['timestamp'] })),
		slug: id,
	}));
	return { guides: toIndexedGuides(guides), products: toIndexedProducts(products) };
}

async function buildSite(root: string): Promise<void> {
	await runMeasured(
		process.execPath,
		[join(root, 'src/integrations/build.ts'), '--root', root],
		root,
	);
}

function writeIndex(
	folder: string,
	guides: readonly IndexedGuide[],
	products: readonly IndexedProduct[],
): void {
	rmSync(folder, { recursive: true, force: true });
	for (const [name, text] of buildIndex(guides, products, digestName)) {
		const file = join(folder, name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
}

export interface SiteRequest {
	/** The project. */
	readonly source: string;
	/** Where sites are built; what is there is used again. */
	readonly folder: string;
	readonly size: number | 'real';
	readonly seed: number;
	/** The whole site, not only the index. */
	readonly full: boolean;
}

/** Generates guides and builds what is to be measured, unless an earlier run left it there. */
export async function prepareSite(request: SiteRequest): Promise<Site> {
	const { source, folder, size, seed, full } = request;
	const place = join(folder, size === 'real' ? 'real' : `${size}-${seed}`);
	const root = join(place, 'project');
	if (!existsSync(root)) {
		if (size === 'real') copyProject(source, root);
		else createProject(source, place, size, seed);
	}
	const { guides, products } = readContent(root);
	const dist = join(root, 'dist');
	if (full && !existsSync(dist)) await buildSite(root);
	if (existsSync(dist))
		return { size, guides, index: resolve(dist, finderPath.slice(1)), dist, isFull: true };
	const index = join(place, 'index');
	writeIndex(index, guides, products);
	return { size, guides, index, dist: undefined, isFull: false };
}
