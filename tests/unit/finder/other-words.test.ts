import { expect, test } from 'vitest';
import type { Hit } from '#finder/full-text.ts';
import { otherWords } from '#finder/other-words.ts';

const hit: Hit = {
	url: '/errors/npm/eacces/',
	code: 'EACCES',
	name: 'No permission to write',
	product: 'npm',
	category: 'Node.js and npm',
	answer: 'The folder `/usr/lib/node_modules` belongs to root.',
	words: ['EACCES', 'folders', 'root', 'nvm', 'sudo'],
	exact: false,
	proven: true,
};

test('names the words that a result does not show', () => {
	expect(otherWords(hit)).toBe('Also mentions “nvm” and “sudo”.');
});

test('names none where all are shown, or the code is what was typed', () => {
	expect(otherWords({ ...hit, words: ['npm', 'node_modules'] })).toBe('');
	expect(otherWords({ ...hit, exact: true })).toBe('');
});
