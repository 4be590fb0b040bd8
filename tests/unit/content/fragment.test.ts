import { expect, test } from 'vitest';
import { cleanGuide, edit, guideOf } from './clean-guide.ts';

function fragmentOf(check: string) {
	const guide = guideOf(edit(cleanGuide, 'The door lamp is red.', `\n\n${check}\n\n`));
	return guide.causes[0]!.checks[0]!;
}

test('has its words as text: blocks and cells apart, inline code and emphasis within their words', () => {
	expect(
		fragmentOf(
			'Type `npm` **i**x, [then](/errors/kiln/k-1/):\n\n- one\n- two `<x>`\n\n|a|b|\n|-|-|\n|c|d|',
		).text,
	).toBe('Type npm ix, then:\none\ntwo <x>\na\nb\nc\nd');
	expect(fragmentOf('One\\\ntwo\n\n```text\na  b\n  c & <d>\n```').text).toBe(
		'One\ntwo\na  b\nc & <d>',
	);
});

test('knows its blocks with the variants that they are for, and its placeholders', () => {
	const { blocks, placeholders, variants } = fragmentOf(
		[
			'Run `kill <pid>`:',
			'```sh\nls <path>\n```',
			'<On is="windows">\n\n```powershell\ndir <path> <drive>\n```\n\n```text\n<DIR>\n```\n\n</On>',
			'```js\nlet x = a <b> c;\n```',
		].join('\n\n'),
	);
	expect(blocks).toEqual([
		{ language: 'sh', text: 'ls <path>', variants: [] },
		{
			language: 'powershell',
			text: 'dir <path> <drive>',
			variants: ['windows'],
			says: { kind: 'output', text: '<DIR>' },
		},
		{ language: 'js', text: 'let x = a <b> c;', variants: [] },
	]);
	expect(placeholders).toEqual(['pid', 'path', 'drive']);
	expect(variants).toEqual([['windows']]);
});

test('says in its text which variant a part is for', () => {
	expect(fragmentOf('<On is="linux macos">\n\nOpen a shell.\n\n</On>').text).toBe(
		'Linux, macOS\nOpen a shell.',
	);
});
