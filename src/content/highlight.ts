import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import dos from 'highlight.js/lib/languages/dos';
import go from 'highlight.js/lib/languages/go';
import http from 'highlight.js/lib/languages/http';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import nginx from 'highlight.js/lib/languages/nginx';
import php from 'highlight.js/lib/languages/php';
import powershell from 'highlight.js/lib/languages/powershell';
import properties from 'highlight.js/lib/languages/properties';
import python from 'highlight.js/lib/languages/python';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import type { LanguageFn } from 'highlight.js';
import { escapeHtml, markVariables } from '#lib/markup.ts';
import { languages, type Language } from '#schema/language.ts';

/*
 * highlight.js rather than Shiki: on the shell, YAML and JavaScript blocks of guides it took a tenth of the time, it
 * writes classes instead of inline styles, and it needs no WebAssembly.
 */

const grammars = {
	sh: bash,
	powershell,
	bat: dos,
	js: javascript,
	ts: typescript,
	json,
	jsonc: json,
	yaml,
	toml: ini,
	ini,
	properties,
	python,
	sql,
	dockerfile,
	nginx,
	http,
	xml,
	html: xml,
	css,
	diff,
	java,
	csharp,
	c,
	cpp,
	go,
	rust,
	php,
	ruby,
} as const satisfies Record<Exclude<Language, 'text'>, LanguageFn>;

for (const [name, grammar] of Object.entries(grammars)) hljs.registerLanguage(name, grammar);
hljs.configure({ classPrefix: '' });

/** What highlight.js tells apart, as the few kinds that pages show apart. */
const kinds: Readonly<Record<string, string>> = {
	keyword: 'keyword',
	meta: 'keyword',
	'selector-tag': 'keyword',
	name: 'keyword',
	section: 'keyword',
	string: 'string',
	regexp: 'string',
	addition: 'string',
	link: 'string',
	number: 'number',
	literal: 'number',
	symbol: 'number',
	type: 'number',
	built_in: 'number',
	comment: 'comment',
	quote: 'comment',
	variable: 'variable',
	'template-variable': 'variable',
	attr: 'variable',
	attribute: 'variable',
	deletion: 'deletion',
};

/** The same HTML with the kinds of this site as classes, and without elements that would look like their surroundings. */
function toKinds(html: string): string {
	const open: boolean[] = [];
	return html.replace(/<span class="([\w-]+)[^"]*">|<\/span>/g, (tag, name?: string) => {
		if (name === undefined) return open.pop() ? tag : '';
		const kind = kinds[name];
		open.push(kind !== undefined);
		return kind ? `<span class="t-${kind}">` : '';
	});
}

/** Languages in which `<word>` is a placeholder for the reader to fill in, and not syntax. */
function hasPlaceholders(language: Language): boolean {
	const { kind } = languages[language];
	return (
		kind !== 'source' ||
		['yaml', 'ini', 'toml', 'nginx', 'properties', 'http', 'json', 'dockerfile'].includes(language)
	);
}

function highlightAnew(code: string, language: Language): string {
	const html =
		language === 'text'
			? escapeHtml(code)
			: toKinds(hljs.highlight(code, { language, ignoreIllegals: true }).value);
	return hasPlaceholders(language) ? markVariables(html) : html;
}

/** What has been highlighted, by language and code: the same commands stand in many guides. */
const known = new Map<string, string>();

/** Code as HTML with classes; never with inline styles. */
export function highlight(code: string, language: Language): string {
	const key = `${language} ${code}`;
	let html = known.get(key);
	if (html === undefined) known.set(key, (html = highlightAnew(code, language)));
	return html;
}
