import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { awaitsMigration } from '#lab/lab-file.ts';
import { fillPlaceholders } from '#lib/filled.ts';
import { proofSchema, type ProvenFix } from '#schema/proof.ts';
import { readPages } from '../site.ts';

const pages = new Map(readPages().map((page) => [page.path, page]));
const proofs = globSync('content/proofs/*/*.json')
	.sort()
	.map((file) => ({ file, id: file.slice('content/proofs/'.length, -'.json'.length) }))
	.filter(({ id }) => !awaitsMigration(readFileSync(`content/labs/${id}.sh`)))
	.map(({ file, id }) => ({
		id,
		proof: proofSchema.parse(JSON.parse(readFileSync(file, 'utf8'))),
	}));

/** What the page shows of the verify, or of what comes before it. */
function runsOf({ runs }: ProvenFix, verify: boolean): string[] {
	return runs
		.filter(({ where }) => (where.part === 'verify') === verify)
		.map(({ text, values }) =>
			fillPlaceholders(text, values)
				.map((piece) => piece.text)
				.join(''),
		);
}

test('every proven fix shows its hallmark with the version, the system and the day', () => {
	for (const { id, proof } of proofs) {
		const elements = pages.get(`/errors/${id}/`)?.elements ?? [];
		const summaries = elements
			.filter(({ name }) => name === 'summary')
			.map(({ text }) => text.replace(/\s+/g, ' ').trim())
			.filter((text) => text.startsWith('[✓] Proven'));
		const main = proof.programs.find(({ name }) => name !== 'Linux') ?? proof.programs[0];

		expect(summaries, id).toHaveLength(proof.fixes.length);
		for (const text of summaries) {
			expect(text).toContain(`with ${main?.name} ${main?.version} on ${proof.system}, `);
		}
	}
});

test('a transcript tells the error, the fix and its success under headings of their own', () => {
	for (const { id, proof } of proofs) {
		const page = pages.get(`/errors/${id}/`)!;
		const headings = page.elements.filter(({ name }) => name === 'h4').map(({ text }) => text);
		const commands = page.elements
			.filter(({ name }) => name === 'kbd')
			.map(({ text }) => text.trimEnd());

		expect(headings.filter((text) => text === 'Before: the error')).toHaveLength(
			proof.fixes.length,
		);
		expect(commands).toEqual(
			page.elements
				.filter(({ name }) => name === 'fix-item')
				.map(({ attributes }) => proof.fixes.find((fix) => fix.id === attributes['id']))
				.flatMap((fix) =>
					fix
						? [
								fix.before.commands,
								...runsOf(fix, false),
								...(fix.after ? [fix.after.commands] : []),
								...runsOf(fix, true),
							]
						: [],
				),
		);
	}
});

test('lists mark proven guides, and no others', () => {
	const marked = pages
		.get('/codes/')!
		.elements.filter(({ name, text }) => name === 'a' && text.includes('[✓]'))
		.map(({ attributes }) => attributes['href']);

	expect(marked.sort()).toEqual(proofs.map(({ id }) => `/errors/${id}/`));
});

test('the page about proofs counts and lists them', () => {
	const { elements } = pages.get('/proofs/')!;
	const links = elements.flatMap(({ name, attributes }) =>
		name === 'a' && /^\/errors\/[^/]+\/[^/]+\/$/.test(attributes['href'] ?? '')
			? (attributes['href'] ?? [])
			: [],
	);
	const fixes = proofs.reduce((sum, { proof }) => sum + proof.fixes.length, 0);

	expect(links.sort()).toEqual(proofs.map(({ id }) => `/errors/${id}/`));
	expect(elements.map(({ text }) => text.replace(/\s+/g, ' ').trim())).toContainEqual(
		expect.stringContaining(`${fixes} fixes of ${proofs.length} guides are proven`),
	);
});

test('a transcript marks what stood in place of a placeholder, and says what was not run and why', () => {
	for (const { id, proof } of proofs) {
		const { elements } = pages.get(`/errors/${id}/`)!;
		const marks = elements.filter(({ name, attributes }) => name === 'mark' && attributes['title']);
		const values = proof.fixes.flatMap(({ runs }) =>
			runs.flatMap(({ text, values: filled }) =>
				fillPlaceholders(text, filled).filter((piece) => piece.placeholder),
			),
		);
		const reasons = proof.fixes.flatMap(({ skipped }) => skipped.map(({ reason }) => reason));
		const items = elements.filter(({ name }) => name === 'li').map(({ text }) => text.trim());

		expect(marks, id).toHaveLength(values.length);
		for (const reason of reasons)
			expect(
				items.some((text) => text.endsWith(`: ${reason}`)),
				reason,
			).toBe(true);
	}
});
