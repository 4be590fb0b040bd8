import { expect, test } from 'vitest';
import { firstCheck } from '#lib/first-check.ts';

const command = '<pre class="code" data-kind="command" data-label="Shell"><code>ls</code></pre>';
const output = '<pre class="code" data-kind="output" data-label="Output"><code>a\nb</code></pre>';

test('takes the first block alone where it is a whole sentence', () => {
	expect(firstCheck('<p>It prints <code>1</code>.</p><p>More.</p>')).toBe(
		'<p>It prints <code>1</code>.</p>',
	);
});

test('takes along what a colon announces, and no more', () => {
	expect(firstCheck(`<p>This prints <code>a</code>:</p>${command}${output}`)).toBe(
		`<p>This prints <code>a</code>:</p>${command}`,
	);
	expect(firstCheck(`<p>In <code>a:</code></p>${command}`)).toBe(
		`<p>In <code>a:</code></p>${command}`,
	);
});

test('takes every variant of a part, its commands without sample output', () => {
	const on = (name: string, inside: string) =>
		`<div class="on" data-on="${name}"><p class="on-label">${name}</p>${inside}</div>`;
	expect(
		firstCheck(`<p>Run:</p>${on('linux', command + output)}${on('macos', command)}<p>Then.</p>`),
	).toBe(`<p>Run:</p>${on('linux', command)}${on('macos', command)}`);
	expect(firstCheck(on('linux', output))).toBe(on('linux', output));
});

test('keeps a break within a line, and ends where the check ends', () => {
	expect(firstCheck('<p>One<br>two:</p>')).toBe('<p>One<br>two:</p>');
	expect(firstCheck('')).toBe('');
});
