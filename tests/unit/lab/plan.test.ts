import { expect, test } from 'vitest';
import { parseLab } from '#lab/lab-file.ts';
import { planFixes } from '#lab/plan.ts';
import { shareOf } from '#lib/proof-share.ts';
import { cleanGuide, edit, guideOf } from '../content/clean-guide.ts';

const fence = (language: string, text: string) => `   \`\`\`${language}\n   ${text}\n   \`\`\``;

const guide = guideOf(
	edit(
		edit(cleanGuide, 'The lamp turns green.', '`lamp` prints `green`.'),
		'1. Close the door.',
		[
			`1. Look:\n\n${fence('sh', 'ls')}\n`,
			`2. Write:\n\n${fence('js', 'close();')}\n\n   Run it:\n\n${fence('sh', 'node a.js')}\n`,
			`3. On Windows:\n\n   <On is="windows">\n\n${fence('powershell', 'dir')}\n\n   </On>\n`,
			`4. Ask:\n\n${fence('sql', 'SHOW doors;')}\n`,
		].join('\n'),
	),
);

function plan(header: string, functions = '') {
	const text = `# needs: bash\n# proves: close-the-door\n${header}\nprovoke() { exit 1; }\n${functions}\n`;
	const { lab } = parseLab('content/labs/kiln/k-1.sh', new TextEncoder().encode(text));
	const findings: string[] = [];
	const plans = planFixes(lab!, guide, (code, _, message) => findings.push(`${code} ${message}`));
	return { fix: plans[0]!, findings };
}

test('plays the commands for Linux in the order of the page, with the lab in the place of an editor and a console', () => {
	const { fix, findings } = plan('', 'edit:close-the-door.2() { cat; }\nconsole() { cat; }');

	expect(findings).toEqual([]);
	expect(
		[...fix.check, ...fix.steps, ...fix.verify].map(({ where, block, by }) => [
			'number' in where ? where.number : where.part,
			block.text,
			by?.name,
		]),
	).toEqual([
		[1, 'ls', undefined],
		[2, 'close();', 'edit:close-the-door.2'],
		[2, 'node a.js', undefined],
		[4, 'SHOW doors;', 'console'],
		['verify', 'lamp', undefined],
	]);
	expect(fix.skipped.map(({ reason }) => reason)).toEqual(['It tells in words what to look at.']);
});

test('leaves out what the lab gives a reason for, and nothing else', () => {
	const { fix, findings } = plan(
		'# skip close-the-door 1: it has eyes\n# skip close-the-door verify: dark',
	);

	expect(fix.steps.map(({ block }) => block.text)).toEqual(['node a.js']);
	expect(fix.skipped.map(({ text, reason }) => [text, reason])).toEqual([
		['', 'It tells in words what to look at.'],
		['ls', 'it has eyes'],
		['lamp', 'dark'],
	]);
	expect(findings).toEqual(['lab/unsaid "SHOW doors;" is for a console, and the lab has none.']);
});

test('counts each part once, skipped ones included', () => {
	const check = { where: { part: 'check', cause: 'a' }, text: 'ls', reason: 'x' } as const;
	const run = { ...check, language: 'sh', values: {}, output: '' };
	const verify = { where: { part: 'verify' }, text: 'ls', reason: 'x' } as const;

	expect(
		shareOf([
			{ id: 'a', runs: [run], skipped: [verify] },
			{ id: 'b', runs: [run], skipped: [verify, check] },
		]),
	).toEqual({ ran: 1, all: 3 });
});
