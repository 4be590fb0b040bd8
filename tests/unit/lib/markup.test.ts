import { expect, test } from 'vitest';
import { escapeHtml, inlineCode, markPlaceholders, stripCode, toAnchor } from '#lib/markup.ts';
import { literalsOf, placeholdersIn } from '#lib/placeholder.ts';

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

test('reads the names and the literal parts of placeholders', () => {
	expect(placeholdersIn('kill <pid> of <user>, then <pid>, <B>')).toEqual(['pid', 'user']);
	expect(literalsOf('kill <pid> of <user>')).toEqual(['kill ', ' of ', '']);
	expect(literalsOf('plain')).toEqual(['plain']);
});
