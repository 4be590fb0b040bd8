import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { categoriesSchema } from '#schema/category.ts';
import { readCorpus, type Corpus } from './corpus.ts';
import { setAside } from './files.ts';
import { generateGuides, type Generated } from './generator.ts';

/** A copy of this project with other guides, in a folder of its own. */
export interface Project {
	readonly root: string;
	readonly dist: string;
	readonly corpus: Corpus;
	readonly generated: Generated;
}

const copied = [
	'src',
	'public',
	'content/pages',
	'content/categories.yaml',
	'astro.config.mjs',
	'package.json',
	'tsconfig.json',
];

/** Links each package and not the folder, so that caches in `node_modules` stay in the copy. */
function linkPackages(from: string, to: string): void {
	mkdirSync(to);
	for (const name of readdirSync(from)) {
		if (name.startsWith('.')) continue;
		symlinkSync(join(from, name), join(to, name), 'junction');
	}
}

export function createFolder(): string {
	return mkdtempSync(join(tmpdir(), 'error-fixer-hub-bench-'));
}

function copyParts(source: string, root: string, paths: readonly string[]): void {
	mkdirSync(root, { recursive: true });
	for (const path of paths) {
		if (!existsSync(join(source, path))) continue;
		cpSync(join(source, path), join(root, path), { recursive: true });
	}
	linkPackages(join(source, 'node_modules'), join(root, 'node_modules'));
}

/** A copy of this project with the guides that it has. */
export function copyProject(source: string, root: string): void {
	copyParts(source, root, [...copied, 'content/guides', 'content/products', 'content/proofs']);
}

export function createProject(
	source: string,
	folder: string,
	guides: number,
	seed: number,
): Project {
	const root = join(folder, 'project');
	copyParts(source, root, copied);
	const corpus = readCorpus(join(source, 'content/guides'));
	const content = join(root, 'content');
	const yaml: unknown = parse(readFileSync(join(content, 'categories.yaml'), 'utf8'));
	const categories = categoriesSchema.parse(yaml).map(({ slug }) => slug);
	const generated = generateGuides(content, corpus, categories, guides, seed);
	return { root, dist: join(root, 'dist'), corpus, generated };
}

/**
 * Sets aside all that builds left behind, wherever they keep it: what was not there at first, in the folder and among
 * the packages.
 */
export function setCachesAside({ root }: Project): void {
	const isOurs = (name: string) =>
		name === 'node_modules' || copied.some((path) => path.split('/')[0] === name);
	const packages = readdirSync(join(root, 'node_modules'), { withFileTypes: true })
		.filter((entry) => !entry.isSymbolicLink())
		.map(({ name }) => join('node_modules', name));
	setAside(root, [...readdirSync(root).filter((name) => !isOurs(name)), ...packages]);
}

/** A sentence that no guide has, written into the text of one guide. Returns the page that must show it. */
export function editGuide({ root, dist, generated }: Project, sentence: string): string {
	const index = Math.floor(generated.ids.length / 2);
	const id = generated.ids[index] ?? '';
	const text = generated.texts[index] ?? '';
	const edited = text.replace('<Verify>\n\n', `<Verify>\n\n${sentence}\n\n`);
	if (edited === text) throw new Error(`${id} has no <Verify> to edit.`);
	writeFileSync(join(root, 'content/guides', `${id}.mdx`), edited);
	return join(dist, 'errors', id, 'index.html');
}
