import { nearest } from '#lib/nearest.ts';
import type { Place } from './position.ts';
import { isComponentName, vocabulary } from './vocabulary.ts';

export interface SyntaxFinding {
	readonly place: Place;
	readonly message: string;
	readonly fix: string;
}

type Words = readonly [message: string, fix: string];

const ownLine = 'put a blank line before and after each tag that is on a line of its own';

function unclosed(name: string): Words {
	if (isComponentName(name)) {
		return [`<${name}> opens here and is not closed.`, `Close it with </${name}>, and ${ownLine}.`];
	}
	const suggestion = nearest(name, Object.keys(vocabulary));
	return [
		`<${name}> is read as a tag, and it is not closed.`,
		suggestion
			? `Did you mean <${suggestion}>?`
			: `Put it between back-ticks if it is a placeholder: \`<${name}>\`.`,
	];
}

export const braceWords = {
	message: '"{" starts an expression here, and guides do not use expressions.',
	fix: 'Put literal braces between back-ticks, and texts of attributes in quotes.',
};

/** What satteri says, and the same in an author's words. */
const words: readonly (readonly [RegExp, (...found: string[]) => Words])[] = [
	[/^Expected a closing tag for `<([^>]*)>`/, unclosed],
	[
		/^Unexpected closing tag `<\/([^>]*)>`, expected corresponding closing tag for `<([^>]*)>` \(line (\d+)/,
		(name, open, line) => [
			`</${name}> comes here, but <${open}> of line ${line} is still open.`,
			`Close <${open}> first.`,
		],
	],
	[
		/^Unexpected closing tag `<\/([^>]*)>`/,
		(name) => [
			`</${name}> closes a tag that is not open.`,
			`Remove it or open <${name}> first, and ${ownLine}.`,
		],
	],
	[
		/^Expected the closing tag `<\/([^>]*)>`/,
		(name) => [
			`</${name}> closes a tag that opened in another paragraph or list.`,
			`Write both tags at the same indent, and ${ownLine}.`,
		],
	],
	[
		/^Unexpected character `!`/,
		() => [
			'A comment starts here, and guides have no comments.',
			'Remove it, or put a literal `<!` between back-ticks.',
		],
	],
	[
		/^Unexpected character .*`<`|before name/,
		() => [
			'"<" starts a tag here, but what follows is not a tag.',
			'Put a literal "<" between back-ticks, write an address as [text](https://…), and attributes in straight quotes.',
		],
	],
	[/expression/i, () => [braceWords.message, braceWords.fix]],
];

/** satteri reports `line:column: text (source:rule)`; an author gets the place and words without its terms. */
export function readSyntaxError(error: string): SyntaxFinding {
	const found = /^(?:(\d+):(\d+): )?([\s\S]*?)(?: \(note: .*\))?(?: \([\w-]+:[\w-]+\))?$/.exec(
		error,
	);
	const place = { line: Number(found?.[1] ?? 1), column: Number(found?.[2] ?? 1) };
	const what = (found?.[3] ?? error).replace(/\((\d+):(\d+)\)/, '(line $1, column $2)');
	for (const [pattern, toWords] of words) {
		const match = pattern.exec(what);
		if (!match) continue;
		const [message, fix] = toWords(...match.slice(1));
		return { place, message, fix };
	}
	return {
		place,
		message: 'This cannot be read as MDX.',
		fix: 'Close every tag, and put a literal "<" or "{" between back-ticks.',
	};
}
