import { expect, test } from 'vitest';
import { parseLab } from '#lab/lab-file.ts';

const file = 'content/labs/kiln/k-1.sh';

function parse(text: string) {
	return parseLab(file, new TextEncoder().encode(text));
}

test('reads needs, names and the lines of functions with their places', () => {
	const { lab, findings } = parse(`# needs: git >= 2.35, openssl

provoke() {
	git push
}

# What the guide says.
fix:set-upstream() {
	if true; then
		git push --set-upstream origin main
	fi

	git status
}
`);

	expect(findings).toEqual([]);
	expect(lab?.id).toBe('kiln/k-1');
	expect(lab?.needs.map(({ program, atLeast }) => [program.command, atLeast])).toEqual([
		['git', '2.35'],
		['openssl', undefined],
	]);
	expect(lab?.functions).toEqual([
		{
			name: 'provoke',
			kind: 'provoke',
			id: undefined,
			place: { line: 3, column: 1 },
			idPlace: { line: 3, column: 9 },
			commands: 'git push',
		},
		{
			name: 'fix:set-upstream',
			kind: 'fix',
			id: 'set-upstream',
			place: { line: 8, column: 1 },
			idPlace: { line: 8, column: 5 },
			commands: 'if true; then\n\tgit push --set-upstream origin main\nfi\n\ngit status',
		},
	]);
});

test.each([
	['of its own line', "cat >a.json <<'END'\n{\n}\nEND"],
	['with tabs', 'cat >a.json <<-END\n\t{\n\t}\n\tEND'],
	['in quotes', 'cat >a.json <<"THE END"\n}\nTHE END'],
	['two at once', 'paste <<A <<B\n}\nA\n}\nB'],
])('takes a brace in a here-document for text: %s', (_, commands) => {
	const { lab, findings } = parse(
		`# needs: bash\nsetup() {\n${commands}\n}\nprovoke() {\n\tls\n}\n`,
	);

	expect(findings).toEqual([]);
	expect(lab?.functions.map(({ name }) => name)).toEqual(['setup', 'provoke']);
	expect(lab?.functions[0]?.commands).toBe(commands);
});

test.each([
	['a here-string', "\tcat <<<'END'"],
	['a comment about one', '\ttrue # <<END'],
	['a shift', '\techo $((1 <<2))'],
])('does not take for a here-document: %s', (_, line) => {
	const { lab } = parse(`# needs: bash\nsetup() {\n${line}\n}\nprovoke() {\n\tls\n}\n`);

	expect(lab?.functions.map(({ name }) => name)).toEqual(['setup', 'provoke']);
});

test('reads a function of one line', () => {
	const { lab } = parse('# needs: bash\nprovoke() { ls missing; }\n');

	expect(lab?.functions.map(({ commands }) => commands)).toEqual(['ls missing']);
});

test('reads line ends of Windows', () => {
	const { lab, findings } = parse('# needs: bash\r\nprovoke() {\r\n\tls\r\n}\r\n');

	expect(findings).toEqual([]);
	expect(lab?.functions.map(({ commands }) => commands)).toEqual(['ls']);
});

test('reports each problem at its place, and nothing else', () => {
	const { findings } = parse(`# needs: git > 2, pythn3
cd /tmp
provok() {
	ls
}
fix() {
	ls
}
setup() {
	ls
`);

	expect(findings.map(({ line, column, code, fix }) => `${line}:${column} ${code} ${fix}`)).toEqual(
		[
			'2:1 lab/structure Put commands into setup, provoke or a fix. Only comments stand between them.',
			'9:1 lab/structure End it with a "}" at the start of a line.',
			'3:1 lab/unknown-function Did you mean "provoke"?',
			'6:1 lab/unknown-function The functions are setup, provoke, check:<cause>, fix:<fix>, and setup:, provoke: and retry:<fix>.',
			'1:10 lab/needs Write names separated by commas, each alone or with its lowest version: "git >= 2.35".',
			'1:19 lab/unknown-need Did you mean "python3"?',
		],
	);
});
