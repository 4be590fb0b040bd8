import { expect, test } from 'vitest';
import { isAsSaid, showsSample, showsText } from '#lab/expectation.ts';

test.each([
	['other numbers', 'pid=25754,fd=22', 'pid=7,fd=9', true],
	['other versions', 'pip 24.2 (python 3.13)', 'pip 23.0.1 (python 3.9)', true],
	['other hashes', '1d0591e one', 'abc1234 one', true],
	['another time', 'Nov 24 12:41 a', 'Jan  2 08:05 a', true],
	['other widths', 'a   | b\n----+---', 'a|b\n------+-----', false],
	['wider columns', 'a   | b\n----+---', 'a       | b\n--------+-----', true],
	['a placeholder', '* <branch> one', '* feature/login one', true],
	['what is left out', 'from … to b', 'from a to b', true],
	['more lines around and between', 'a\nb', 'x\na\ny\nb\nz', true],
	['another order', 'a\nb', 'b\na', false],
	['a line that is longer', 'a', 'a b', false],
	['a small number', 'keys=20,expires=0', 'keys=20,expires=3', false],
	['nothing for many', 'expires=18', 'expires=0', false],
	['another status of HTTP', 'HTTP/1.1 200 OK', 'HTTP/1.1 502 OK', false],
	['a sign of patterns', 'a.b', 'axb', false],
])('compares output with a sample: %s', (_, sample, output, expected) => {
	expect(showsSample(sample, output)).toBe(expected);
});

test.each([
	['as words', 'ahead', '## main [ahead 1]', true],
	['not within a word', '0', 'keys: 10', false],
	['over two lines', 'a b', 'x a\nb y', true],
	['with its numbers', '404', 'HTTP/1.1 200', false],
	['with another version', 'v1.2.3', 'app v2.0', true],
])('finds a text of a sentence: %s', (_, text, output, expected) => {
	expect(showsText(text, output)).toBe(expected);
});

test('judges by what is printed, or by how it ends where the page says nothing', () => {
	const failed = { status: 1, output: 'no', failures: ['ls'] };
	const passed = { status: 0, output: 'yes', failures: [] };
	const half = { status: 0, output: 'yes', failures: ['ls'] };
	const lost = { status: 'lost', output: 'yes', failures: [] } as const;

	expect(isAsSaid(undefined, passed)).toBe(true);
	expect(isAsSaid(undefined, half)).toBe(false);
	expect(isAsSaid({ kind: 'failure' }, failed)).toBe(true);
	expect(isAsSaid({ kind: 'something' }, failed)).toBe(false);
	expect(isAsSaid({ kind: 'all', texts: ['no'] }, failed)).toBe(true);
	expect(isAsSaid({ kind: 'none', texts: ['yes'] }, failed)).toBe(true);
	expect(isAsSaid({ kind: 'any', texts: ['a', 'yes'] }, passed)).toBe(true);
	expect(isAsSaid({ kind: 'nothing' }, passed)).toBe(false);
	expect(isAsSaid({ kind: 'none', texts: ['no'] }, lost)).toBe(false);
});
