import type { Diagnostic } from './diagnostic.ts';
import { labFile, proofFile } from './proof.ts';

/** One file below `content/`, with its path relative to the repository and forward slashes. */
export interface ContentFile {
	readonly path: string;
	readonly bytes: Uint8Array;
}

/** The file of a guide, with the bytes of the proof and the lab that belong to it. */
export interface GuideFile {
	readonly id: string;
	readonly file: ContentFile;
	readonly proof: Uint8Array | undefined;
	readonly lab: Uint8Array | undefined;
}

export interface SortedFiles {
	readonly guideFiles: readonly GuideFile[];
	readonly productFiles: readonly ContentFile[];
	readonly categoriesFile: ContentFile | undefined;
	readonly strayFindings: readonly Diagnostic[];
}

const guidePath = /^content\/guides\/([^/]+\/[^/]+)\.mdx$/;
const productPath = /^content\/products\/[^/]+\.yaml$/;
export const categoriesPath = 'content/categories.yaml';

/** Files that are in `content/` for other tools, or for the editorial pages. */
const foreign = /^content\/(?:pages|labs|proofs)\//;

export function guideFile(id: string): string {
	return `content/guides/${id}.mdx`;
}

function strayFinding(path: string): Diagnostic {
	const isGuide = path.startsWith('content/guides/') && path.endsWith('.mdx');
	const message = isGuide
		? 'This guide is not in the folder of a product.'
		: 'This file is not a guide, a product or the list of categories.';
	return {
		code: 'file/stray',
		file: path,
		line: 1,
		column: 1,
		message,
		fix: 'Guides are content/guides/<product>/<slug>.mdx, products content/products/<product>.yaml. Move or delete it.',
	};
}

/** The files by what they are, in the order of their paths. */
export function sortFiles(files: readonly ContentFile[]): SortedFiles {
	const bytesOf = new Map(files.map(({ path, bytes }) => [path, bytes]));
	const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
	const isProduct = ({ path }: ContentFile) => productPath.test(path);
	const isKnown = ({ path }: ContentFile) =>
		guidePath.test(path) || productPath.test(path) || path === categoriesPath || foreign.test(path);
	return {
		guideFiles: sorted.flatMap((file): GuideFile[] => {
			const id = guidePath.exec(file.path)?.[1];
			if (!id) return [];
			return [{ id, file, proof: bytesOf.get(proofFile(id)), lab: bytesOf.get(labFile(id)) }];
		}),
		productFiles: sorted.filter(isProduct),
		categoriesFile: sorted.find(({ path }) => path === categoriesPath),
		strayFindings: sorted.filter((file) => !isKnown(file)).map(({ path }) => strayFinding(path)),
	};
}
