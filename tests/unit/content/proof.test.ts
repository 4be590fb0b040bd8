import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileContent } from '#content/content.ts';
import { readContentFiles } from '#content/content-files.ts';
import { guideDigest, parseProof, staleness } from '#content/proof.ts';
import { cleanGuide, bytesOf, edit, guideOf } from './clean-guide.ts';

const clean = 'tests/fixtures/clean';
const files = readContentFiles(clean);
const lab = 'content/labs/kiln/p-300.sh';
const proofPath = 'content/proofs/kiln/p-300.json';
const guidePath = 'content/guides/kiln/p-300.mdx';

function compile(changed: Readonly<Record<string, string | undefined>> = {}) {
	const kept = files.filter(({ path }) => !(path in changed));
	const added = Object.entries(changed).flatMap(([path, text]) =>
		text === undefined ? [] : [{ path, bytes: bytesOf(text) }],
	);
	const { guides } = compileContent([...kept, ...added], 'test', () => undefined);
	return guides.find(({ guide }) => guide.id === 'kiln/p-300')!;
}

function textOf(path: string): string {
	return readFileSync(`${clean}/${path}`, 'utf8');
}

test('a guide has its proof', () => {
	expect(compile().guide.proof?.fixes.map(({ id }) => id)).toEqual(['close-the-lid']);
});

test.each([
	['the lab changes', { [lab]: `${textOf(lab)}# More.\n` }],
	['the lab is gone', { [lab]: undefined }],
	['the proof is gone', { [proofPath]: undefined }],
	['the proof is no proof', { [proofPath]: '{}' }],
	['a message changes', { [guidePath]: edit(textOf(guidePath), '"P_300: lid', '"P_300: cover') }],
	['a step changes', { [guidePath]: edit(textOf(guidePath), 'rm lid', 'rm -f lid') }],
	[
		'a check changes',
		{ [guidePath]: edit(textOf(guidePath), '`ls` prints `', '`ls -a` prints `') },
	],
	['a verify changes', { [guidePath]: edit(textOf(guidePath), 'prints nothing', 'fails') }],
	[
		'the proof was changed by hand',
		{ [proofPath]: edit(textOf(proofPath), '"output": ""', '"output": "closed"') },
	],
])('a guide loses its proof, and has another digest, when %s', (_, changed) => {
	const { guide, digest } = compile(changed);

	expect(guide.proof).toBeUndefined();
	expect(digest).not.toBe(compile().digest);
});

test('a guide keeps its proof when something else changes', () => {
	const changed = {
		[guidePath]: edit(textOf(guidePath), '1. Remove the file', '1. Delete the file'),
	};

	expect(compile(changed).guide.proof).toBeDefined();
});

test('the line ends of a checkout make no proof stale', () => {
	const proof = parseProof(bytesOf(textOf(proofPath)))!;

	expect(staleness(proof, compile().guide, bytesOf(textOf(lab).replaceAll('\n', '\r\n')))).toBe(
		undefined,
	);
});

test('the digest of a guide is that of its messages and of what a lab runs of the proven fixes', () => {
	const step = (text: string) =>
		guideOf(
			edit(cleanGuide, '1. Close the door.', `1. ${text}:\n\n   \`\`\`sh\n   rm door\n   \`\`\`\n`),
		);
	const guide = step('Close the door');
	const reworded = step('**Shut** the door');
	const other = guideOf(edit(cleanGuide, '1. Close the door.', '1. Close the lid.'));

	expect(guideDigest(reworded, ['close-the-door'])).toBe(guideDigest(guide, ['close-the-door']));
	expect(guideDigest(other, ['close-the-door'])).not.toBe(guideDigest(guide, ['close-the-door']));
	expect(guideDigest(other, [])).toBe(guideDigest(guide, []));
});
