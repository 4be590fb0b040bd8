import { expect, test } from 'vitest';
import {
	compareDiagnostics,
	countFindings,
	FindingsError,
	formatDiagnostic,
	type Diagnostic,
} from '#content/diagnostic.ts';

const finding = (file: string, line: number, column: number): Diagnostic => ({
	code: 'fix/steps',
	file,
	line,
	column,
	message: 'What is wrong.',
	fix: 'What to do.',
});

test('writes a finding as a place that can be clicked, the rule, what is wrong and what to do', () => {
	expect(formatDiagnostic(finding('content/guides/a/b.mdx', 4, 10))).toBe(
		'content/guides/a/b.mdx:4:10  fix/steps\n  What is wrong.\n  What to do.\n',
	);
});

test('orders findings by file, line, column and rule, with numbers by their value', () => {
	const other: Diagnostic = { ...finding('a', 9, 2), code: 'code/prompt' };
	const ordered = [
		finding('a', 9, 1),
		other,
		finding('a', 9, 2),
		finding('a', 10, 1),
		finding('b', 1, 1),
	];

	expect([...ordered].reverse().sort(compareDiagnostics)).toEqual(ordered);
});

test('counts findings and files', () => {
	expect([
		countFindings([finding('a', 1, 1)]),
		countFindings([finding('a', 1, 1), finding('a', 2, 1), finding('b', 1, 1)]),
	]).toEqual(['1 finding in 1 file.', '3 findings in 2 files.']);
});

test('carries all findings where they stop a build', () => {
	const error = new FindingsError([finding('a', 1, 1), finding('b', 2, 2)]);

	expect(error.message).toBe(
		'a:1:1  fix/steps\n  What is wrong.\n  What to do.\n\nb:2:2  fix/steps\n  What is wrong.\n  What to do.\n\n2 findings in 2 files. Nothing was built.',
	);
});
