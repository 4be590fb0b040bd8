import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { categoriesSchema } from '#schema/category.ts';
import { astroBuild, copyProject, removeProject } from '../project.ts';
import { generateGuides } from './generator.ts';
import { formatGuide, readGuides, type GuideFile } from './guide-file.ts';
import { runMeasured, type Cost } from './measured-command.ts';

/** A copy of this project in a folder of its own. */
export interface Project {
	readonly root: string;
	readonly dist: string;
	readonly guides: readonly GuideFile[];
	/** The names of what was there before anything was built. */
	readonly own: readonly string[];
}

export function writeBelow(root: string, path: string, text: string): void {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
}

/** A copy that is removed when the bench ends. */
function copyForBench(): string {
	const root = copyProject();
	process.once('exit', () => removeProject(root));
	return root;
}

function toProject(root: string, guides: readonly GuideFile[]): Project {
	return { root, dist: join(root, 'dist'), guides, own: readdirSync(root) };
}

/** With the guides that it has. */
export function createRealProject(): Project {
	const root = copyForBench();
	return toProject(root, readGuides(root));
}

/** With so many others, and without labs and proofs. */
export function createProject(count: number, seed: number): Project {
	const root = copyForBench();
	const models = readGuides(root);
	const yaml: unknown = parse(readFileSync(join(root, 'content/categories.yaml'), 'utf8'));
	const categories = categoriesSchema.parse(yaml).map(({ slug }) => slug);
	for (const folder of ['guides', 'products', 'labs', 'proofs'])
		rmSync(join(root, 'content', folder), { recursive: true, force: true });
	const { guides, products } = generateGuides(models, categories, count, seed);
	for (const [file, text] of products) writeBelow(root, `content/products/${file}`, text);
	for (const guide of guides)
		writeBelow(root, `content/guides/${guide.id}.mdx`, formatGuide(guide));
	return toProject(root, guides);
}

const asidePrefix = '.aside-';

/**
 * Moves what a measured run left behind out of the way of the next. It is removed with the rest at the end: for minutes
 * after thousands of files were removed, ext4 makes each new one at several times the cost.
 */
export function setAside(root: string, names: readonly string[]): void {
	const aside = mkdtempSync(join(root, asidePrefix));
	for (const name of names)
		if (existsSync(join(root, name))) renameSync(join(root, name), join(aside, name));
}

/** Leaves the project as in a fresh clone. */
export function setBuiltAside({ root, own }: Project): void {
	const isBuilt = (name: string) => !own.includes(name) && !name.startsWith(asidePrefix);
	setAside(root, readdirSync(root).filter(isBuilt));
}

/** Builds the site into `dist` of the project. */
export function buildProject({ root }: Project, what: string): Promise<Cost> {
	return runMeasured(what, [process.execPath, ...astroBuild], root);
}
