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
	['<p>Run <code>ls</code></p><p>Twice</p>', 'Run ls. Twice. '],
	[
		'<p>It prints:</p><pre class="code"><code>a &amp;&amp; <span class="t-string">&#x27;b&#x27;</span></code></pre>',
		"It prints: a && 'b' ",
	],
	['<ul><li>One</li><li>Two!</li></ul>', 'One. Two! '],
	['<table><tbody><tr><td>1</td><td>&lt;x&gt;</td></tr></tbody></table>', '1. <x>. '],
	['a<br>b', 'a b'],
	['<p>the &quot;lid&quot;</p>', 'the "lid". '],
])('reads %s as text', (html, text) => {
	expect(plainText(html)).toBe(text);
});

test('gives back any text that was escaped', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			expect(plainText(escapeHtml(text))).toBe(text);
		}),
	);
});
