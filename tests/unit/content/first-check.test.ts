import { expect, test } from 'vitest';
import { cleanGuide, edit, guideOf } from './clean-guide.ts';

function firstCheckOf(check: string): string {
	return guideOf(edit(cleanGuide, 'The door lamp is red.', `\n\n${check}\n\n`)).firstCheck;
}

const command = '```sh\nls\n```';
const output = '```text\na\nb\n```';
const on = (names: string, ...inside: string[]) =>
	`<On is="${names}">\n\n${inside.join('\n\n')}\n\n</On>`;

/** The blocks of some HTML: their tags, with the variants of a part and the kind of code. */
function blocksOf(html: string): string[] {
	return [...html.matchAll(/<(p|pre|div)\b([^>]*)>/g)].map(([, tag = '', attributes = '']) => {
		const what = /data-(?:on|kind)="([^"]*)"/.exec(attributes)?.[1] ?? '';
		return `${tag} ${what}`.trim();
	});
}

test('takes the first block alone where it is a whole sentence', () => {
	expect(firstCheckOf('It prints `1`.\n\nMore.')).toBe('<p>It prints <code>1</code>.</p>');
});

test('takes along what a colon announces, and no more', () => {
	expect(blocksOf(firstCheckOf(`This prints \`a\`:\n\n${command}\n\n${output}`))).toEqual([
		'p',
		'pre command',
	]);
	expect(blocksOf(firstCheckOf(`**Run this:**\n\n${command}\n\n${output}`))).toEqual([
		'p',
		'pre command',
	]);
	expect(firstCheckOf(`In \`a:\`\n\n${command}`)).toBe('<p>In <code>a:</code></p>');
});

test('takes every variant of a part, its commands without sample output', () => {
	const variants = `${on('linux', command, output)}\n\n${on('macos', command)}`;
	expect(blocksOf(firstCheckOf(`Run:\n\n${variants}\n\nThen.`))).toEqual([
		'p',
		'div linux',
		'p',
		'pre command',
		'div macos',
		'p',
		'pre command',
	]);
	expect(blocksOf(firstCheckOf(on('linux', output)))).toEqual(['div linux', 'p', 'pre output']);
});

test('keeps a break within a line, and ends where the check ends', () => {
	expect(firstCheckOf('One\\\ntwo:')).toBe('<p>One<br>two:</p>');
});
