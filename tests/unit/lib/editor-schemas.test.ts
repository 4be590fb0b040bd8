import { globSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';
import { editorSchemas } from '#lib/editor-schemas.ts';

test('the files of schemas/ are current: `npm run schemas` writes them', () => {
	const files = readdirSync('schemas').map((name) => [
		name,
		readFileSync(`schemas/${name}`, 'utf8'),
	]);

	expect(Object.fromEntries(files)).toEqual(Object.fromEntries(editorSchemas()));
});

// The language server that VS Code and others use for YAML.
const server = getLanguageService({
	schemaRequestService: (uri) => Promise.reject(new Error(`${uri} is not there.`)),
	workspaceContext: { resolveRelativePath: (path) => path },
});
server.configure({
	validate: true,
	yamlVersion: '1.2',
	schemas: [...editorSchemas()].map(([name, text]) => ({
		uri: `file:///schemas/${name}`,
		fileMatch: [`*.${name}.yaml`],
		schema: JSON.parse(text) as object, // Made by `editorSchemas`.
	})),
});
let documents = 0;

/** What an editor underlines in a text, and says about it. */
async function findings(schema: string, text: string): Promise<unknown[]> {
	// It keeps what it read of an address.
	documents += 1;
	const address = `file:///${documents}.${schema}.yaml`;
	const found = await server.doValidation(TextDocument.create(address, 'yaml', 1, text), false);
	return found.map(({ message }) => message);
}

function frontmatterOf(path: string): string {
	return readFileSync(path, 'utf8').split(/^---$/m)[1] ?? '';
}

describe('an editor that knows the schemas', () => {
	test.each([
		['guide.schema.json', globSync('content/guides/*/*.mdx').map(frontmatterOf)],
		[
			'product.schema.json',
			globSync('content/products/*.yaml').map((path) => readFileSync(path, 'utf8')),
		],
		['categories.schema.json', [readFileSync('content/categories.yaml', 'utf8')]],
		['settings.schema.json', [readFileSync('src/settings.json', 'utf8')]],
	])('%s: underlines nothing of what is there', async (schema, texts) => {
		const found = await Promise.all(texts.map((text) => findings(schema, text)));

		expect(found.flat()).toEqual([]);
		expect(found).not.toHaveLength(0);
	});

	const product = readFileSync('content/products/redis.yaml', 'utf8');
	test.each([
		['guide.schema.json', 'updated: soon', 'must be a day written as YYYY-MM-DD, without quotes'],
		['guide.schema.json', 'related: [{ guide: redis, as: cause }]', 'must be a guide written as'],
		['guide.schema.json', 'related: [{ guide: redis/oom, as: friend }]', '"lookalike"'],
		['product.schema.json', product.replace('summary:', 'sumary:'), 'Property sumary'],
		['product.schema.json', product.replace('summary:', 'sumary:'), 'Missing property "summary"'],
		['product.schema.json', product.replace('https://', 'ftp:'), 'must be an address that starts'],
		['categories.schema.json', '- slug: Big Things', 'must be lower-case letters'],
		['settings.schema.json', '{ "url": "https://example.org" }', 'It must end with a slash'],
	])('%s: underlines in %j what is wrong: %s', async (schema, text, message) => {
		expect(await findings(schema, text)).toContainEqual(expect.stringContaining(message));
	});
});
