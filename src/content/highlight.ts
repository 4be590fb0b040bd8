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
import { createLowlight } from 'lowlight';
import { escapeHtml, markPlaceholders } from '#lib/markup.ts';
import { languages, type Language } from '#schema/language.ts';

/*
 * highlight.js rather than Shiki: on the shell, YAML and JavaScript blocks of guides it took a tenth of the time, it
 * writes classes instead of inline styles, and it needs no WebAssembly. lowlight gives its result as a tree.
 */

type Grammar = Parameters<ReturnType<typeof createLowlight>['register']>[1];

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
} as const satisfies Record<Exclude<Language, 'text'>, Grammar>;

const lowlight = createLowlight(grammars);

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

type Token = ReturnType<typeof lowlight.highlight>['children'][number];

/** The kind of a token, by the class that lowlight gave it: `hljs-title function_`, for instance. */
function kindOf(token: Token & { readonly type: 'element' }): string | undefined {
	const { className } = token.properties;
	if (!Array.isArray(className)) return undefined;
	const [first = ''] = className;
	return kinds[first.replace('hljs-', '')];
}

/** Tokens as HTML. Those that would look like what is around them get no element. */
function toHtml(tokens: readonly Token[], toText: (text: string) => string): string {
	return tokens
		.map((token) => {
			if (token.type === 'text') return toText(token.value);
			if (token.type !== 'element') return '';
			// The children of a token are tokens; the general type of a tree allows more.
			const inner = toHtml(token.children, toText);
			const kind = kindOf(token);
			return kind ? `<span class="t-${kind}">${inner}</span>` : inner;
		})
		.join('');
}

/** Languages in which `<word>` is a placeholder for the reader to fill in, and not syntax. */
export function hasPlaceholders(language: Language): boolean {
	const { kind } = languages[language];
	return (
		kind !== 'source' ||
		['yaml', 'ini', 'toml', 'nginx', 'properties', 'http', 'json', 'dockerfile'].includes(language)
	);
}

function highlightAnew(code: string, language: Language): string {
	const toText = hasPlaceholders(language) ? markPlaceholders : escapeHtml;
	return language === 'text'
		? toText(code)
		: toHtml(lowlight.highlight(language, code).children, toText);
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
