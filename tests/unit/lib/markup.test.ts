import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	escapeHtml,
	inlineCode,
	markPlaceholders,
	plainText,
	stripCode,
	toAnchor,
} from '#lib/markup.ts';

test('escapes what could end an element or an attribute', () => {
	expect(escapeHtml(`<a href="x">&'`)).toBe(`&lt;a href=&quot;x&quot;&gt;&amp;'`);
});

test('turns back-ticked runs into code and escapes all of it', () => {
	expect(inlineCode('Run `a <b>` & go')).toBe('Run <code>a &lt;b&gt;</code> &amp; go');
});

test('leaves a back-tick without a partner as it is', () => {
	expect(inlineCode('one ` two')).toBe('one ` two');
});

test('takes the back-ticks off', () => {
	expect(stripCode('Run `a` or `b` `')).toBe('Run a or b `');
});

test('marks placeholders and nothing else in angle brackets', () => {
	expect(markPlaceholders('open <file name> in <DIR> <b>')).toBe(
		'open <var>&lt;file name&gt;</var> in &lt;DIR&gt; <var>&lt;b&gt;</var>',
	);
});

test.each([
	['The package is `not` installed', 'the-package-is-not-installed'],
	['  Größe: 5 MB!  ', 'gro-e-5-mb'],
	['你好', 'part'],
	['', 'part'],
	[`${'a'.repeat(59)} b`, 'a'.repeat(59)],
])('makes an anchor of "%s"', (text, anchor) => {
	expect(toAnchor(text)).toBe(anchor);
});

test.each([
	['<p>Type <code>npm <var>&lt;x&gt;</var></code>, then</p>', ' Type npm <x>, then '],
	['<ul><li>one</li><li>two</li></ul>', '  one  two  '],
	[
		'<pre class="code"><code>a <span class="t-string">&quot;b&quot;</span>c</code></pre>',
		' a "b"c ',
	],
	['a<br>b', 'a b'],
	['<a href="/x/">the</a> <strong>lid</strong>s', 'the lids'],
])('reads the words of %s', (html, text) => {
	expect(plainText(html)).toBe(text);
});

test('gives back any text that was escaped', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			expect(plainText(escapeHtml(text))).toBe(text);
		}),
	);
});
