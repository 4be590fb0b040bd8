import { expect, test } from 'vitest';
import { awaitsMigration, parseLab } from '#lab/lab-file.ts';

const file = 'content/labs/kiln/k-1.sh';

function parse(text: string) {
	return parseLab(file, new TextEncoder().encode(text));
}

test('reads needs, names and the lines of functions with their places', () => {
	const { lab, findings } = parse(`# needs: git >= 2.35, openssl

provoke() {
	git push
}

# An editor.
edit:set-upstream.2() {
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
			fix: undefined,
			step: undefined,
			place: { line: 3, column: 1 },
			fixPlace: { line: 3, column: 9 },
			commands: 'git push',
		},
		{
			name: 'edit:set-upstream.2',
			kind: 'edit',
			fix: 'set-upstream',
			step: 2,
			place: { line: 8, column: 1 },
			fixPlace: { line: 8, column: 6 },
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
edit:close-it() {
	ls
}
setup() {
	ls
`);

	expect(findings.map(({ line, column, code, fix }) => `${line}:${column} ${code} ${fix}`)).toEqual(
		[
			'2:1 lab/structure Put commands into a function. Only comments stand between functions.',
			'9:1 lab/structure End it with a "}" at the start of a line.',
			'3:1 lab/unknown-function Did you mean "provoke"?',
			'6:1 lab/unknown-function The functions are setup, provoke, values and console, each also with :<fix>, retry:<fix>, and edit:<fix>.<step number>.',
			'1:10 lab/needs Write names separated by commas, each alone or with its lowest version: "git >= 2.35".',
			'1:19 lab/unknown-need Did you mean "python3"?',
		],
	);
});

test('reads what its comments tell the runner', () => {
	const { lab, findings } = parse(`# needs: bash
# proves: close-it, lock-it for the-lock-is-open
# on: docker
# instead lock-it: 2 prints locked
# skip close-it 1: it needs a hand
# skip lock-it verify.2: it needs a key
# skip check the-lid-is-loose: another cause
# skip systemd: there is none
# varies close-it 3: the order of the list
# name not space, dash: keys have none
# name also empty: a key may be
# What people need to know: nothing.
provoke() { ls; }
`);

	expect(findings).toEqual([]);
	expect(lab?.proves.map(({ fix, cause }) => [fix, cause])).toEqual([
		['close-it', undefined],
		['lock-it', 'the-lock-is-open'],
	]);
	expect(lab?.on.map(({ variant }) => variant)).toEqual(['docker']);
	expect(lab?.instead).toMatchObject([{ fix: 'lock-it', step: 2, prints: 'locked' }]);
	expect(lab?.skips.map(({ target, block, reason }) => [target, block, reason])).toEqual([
		[{ part: 'step', fix: 'close-it', step: 1 }, undefined, 'it needs a hand'],
		[{ part: 'verify', fix: 'lock-it' }, 2, 'it needs a key'],
		[{ part: 'check', cause: 'the-lid-is-loose' }, undefined, 'another cause'],
		[{ part: 'variant', variant: 'systemd' }, undefined, 'there is none'],
	]);
	expect(lab?.varying).toHaveLength(1);
	expect([...(lab?.impossibleNames ?? [])]).toEqual(['space', 'dash']);
});

test('knows a lab of the shape in which it repeated the guide', () => {
	const isOld = (text: string) => awaitsMigration(new TextEncoder().encode(text));

	expect(isOld('# needs: bash\nfix:close-it() { ls; }\n')).toBe(true);
	expect(isOld('# needs: bash\n# proves: close-it\n')).toBe(false);
});
