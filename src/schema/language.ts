/** The languages a code fence may name. `kind` decides which rules apply: commands are pasted, output is only read. */
export const languages = {
	sh: { label: 'Shell', kind: 'command' },
	powershell: { label: 'PowerShell', kind: 'command' },
	bat: { label: 'Command Prompt', kind: 'command' },
	text: { label: 'Output', kind: 'output' },
	js: { label: 'JavaScript', kind: 'source' },
	ts: { label: 'TypeScript', kind: 'source' },
	json: { label: 'JSON', kind: 'source' },
	jsonc: { label: 'JSON with comments', kind: 'source' },
	yaml: { label: 'YAML', kind: 'source' },
	toml: { label: 'TOML', kind: 'source' },
	ini: { label: 'INI', kind: 'source' },
	properties: { label: 'Properties', kind: 'source' },
	python: { label: 'Python', kind: 'source' },
	sql: { label: 'SQL', kind: 'command' },
	dockerfile: { label: 'Dockerfile', kind: 'source' },
	nginx: { label: 'nginx configuration', kind: 'source' },
	http: { label: 'HTTP', kind: 'source' },
	xml: { label: 'XML', kind: 'source' },
	html: { label: 'HTML', kind: 'source' },
	css: { label: 'CSS', kind: 'source' },
	diff: { label: 'Diff', kind: 'source' },
	java: { label: 'Java', kind: 'source' },
	csharp: { label: 'C#', kind: 'source' },
	c: { label: 'C', kind: 'source' },
	cpp: { label: 'C++', kind: 'source' },
	go: { label: 'Go', kind: 'source' },
	rust: { label: 'Rust', kind: 'source' },
	php: { label: 'PHP', kind: 'source' },
	ruby: { label: 'Ruby', kind: 'source' },
} as const satisfies Record<string, { label: string; kind: 'command' | 'output' | 'source' }>;

export type Language = keyof typeof languages;

export const languageNames = Object.keys(languages);

export function isLanguage(name: string): name is Language {
	return Object.hasOwn(languages, name);
}
