import type { Failure } from './prove-fix.ts';

const shownLines = 40;

function indent(text: string): string {
	return text.replace(/^(?=.)/gm, '    ');
}

/** The end of an output, where the error usually stands. */
function endOf(output: string): string {
	const lines = output.split('\n');
	if (lines.length <= shownLines) return output;
	return [`(${lines.length - shownLines} lines before)`, ...lines.slice(-shownLines)].join('\n');
}

/** What a person needs to see of a failed fix: which step, what was wanted, what came. */
export function formatFailure(failure: Failure): string {
	const { fix, named, step, wanted, came, output, kept } = failure;
	const place = step.replaceAll('\n', '\n      ');
	return [
		`  fix ${fix}${named === undefined ? '' : `, with the name "${named}"`}, at ${place}`,
		`    wanted: ${wanted.replaceAll('\n', '\n    ')}`,
		`    came:   ${came}`,
		`    it printed:`,
		indent(indent(endOf(output) || '(nothing)')),
		...(kept ? [`    its files: ${kept}`] : []),
		'',
	].join('\n');
}
