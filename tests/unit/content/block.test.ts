import { expect, test } from 'vitest';
import type { Expectation } from '#schema/guide.ts';
import { cleanGuide, edit, guideOf } from './clean-guide.ts';

function verifyOf(text: string) {
	const guide = guideOf(edit(cleanGuide, 'The lamp turns green.', `\n\n${text}\n\n`));
	return guide.fixes[0]!.verify;
}

function saysOf(text: string) {
	return verifyOf(text).blocks.map((block) => [block.text, block.says]);
}

const output = '```text\nCONTAINER ID\n```';

test.each<readonly [string, string, Expectation]>([
	['a text', '`a` prints `x`.', { kind: 'all', texts: ['x'] }],
	['an example', '`a` prints your branch, such as `x`.', { kind: 'all', texts: ['x'] }],
	[
		'several texts',
		'`a` shows `x` and `y`, and the program runs.',
		{ kind: 'all', texts: ['x', 'y'] },
	],
	['one of several', '`a` prints `x` or `y`.', { kind: 'any', texts: ['x', 'y'] }],
	['what comes instead', '`a` prints `x` instead of `y`.', { kind: 'all', texts: ['x'] }],
	['no text', '`a` does not print `x`.', { kind: 'none', texts: ['x'] }],
	['no more text', '`a` no longer lists `x`.', { kind: 'none', texts: ['x'] }],
	['no text, in other words', '`a` prints no `x`.', { kind: 'none', texts: ['x'] }],
	['neither', '`a` prints neither `x` nor `y`.', { kind: 'none', texts: ['x', 'y'] }],
	['nothing', 'On Linux, `a` now prints nothing.', { kind: 'nothing' }],
	['something', '`a` prints the path. Then all is well.', { kind: 'something' }],
	['success', 'The file is there, and `a` works.', { kind: 'success' }],
	['failure', '`a` itself fails.', { kind: 'failure' }],
	['an aside', '`a` (on Windows `b`) prints `x`.', { kind: 'all', texts: ['x'] }],
	['output', `\`a\` prints the list:\n\n${output}`, { kind: 'output', text: 'CONTAINER ID' }],
])('reads what a sentence says about a command: %s', (_, text, says) => {
	expect(saysOf(text)).toEqual([['a', says]]);
});

test('reads two commands of one sentence, and one sentence about two commands', () => {
	expect(saysOf('`a` prints `x`, and `b` prints nothing.')).toEqual([
		['a', { kind: 'all', texts: ['x'] }],
		['b', { kind: 'nothing' }],
	]);
	expect(saysOf('`a` and `b` both print `x`.')).toEqual([
		['a', { kind: 'all', texts: ['x'] }],
		['b', { kind: 'all', texts: ['x'] }],
	]);
});

test('takes no other code for a command', () => {
	expect(saysOf('The option `-a` is `on`. `(empty)` shows that. See `app.json`.')).toEqual([]);
});

test.each<readonly [string, string, Expectation | undefined]>([
	['nothing', '```sh\na\n```', undefined],
	['the sentence before', 'This prints nothing:\n\n```sh\na\n```', { kind: 'nothing' }],
	['a text before', 'Then this prints `x`:\n\n```sh\na\n```', { kind: 'all', texts: ['x'] }],
	['the sentence after', '```sh\na\n```\n\nIt prints `x`.', { kind: 'all', texts: ['x'] }],
	['output', `\`\`\`sh\na\n\`\`\`\n\n${output}`, { kind: 'output', text: 'CONTAINER ID' }],
])('reads what stands around a block: %s', (_, text, says) => {
	expect(saysOf(text)).toEqual([['a', says]]);
});

test('says the same about the block of each variant', () => {
	const text =
		'This prints nothing:\n\n<On is="linux">\n\n```sh\na\n```\n\n</On>\n\n<On is="windows">\n\n```powershell\nb\n```\n\n</On>';

	expect(saysOf(text)).toEqual([
		['a', { kind: 'nothing' }],
		['b', { kind: 'nothing' }],
	]);
});

test('reads what is said about the message', () => {
	expect(verifyOf('The message says `x` or `y`. The message names a file.').aboutMessage).toEqual([
		{ kind: 'any', texts: ['x', 'y'] },
	]);
});

test('knows the commands of a console', () => {
	const languages = verifyOf(
		'`\\dt` prints a list. `SHOW port;` prints `1`. `A=1 b` works.',
	).blocks.map(({ language }) => language);

	expect(languages).toEqual(['sql', 'sql', 'sh']);
});
