import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleCodes } from '#content/diagnostic.ts';
import { parseGuide } from '#content/parse.ts';

const path = 'content/guides/nodejs/eaddrinuse.mdx';
const bytes = readFileSync(path);
const lines = bytes.toString('utf8').split('\n');

/** Numbers from 0 up to, not including, `limit`; the same for the same seed (mulberry32). */
function randomNumbers(seed: number): (limit: number) => number {
	let state = seed;
	return (limit) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
	};
}

function mutate(random: (limit: number) => number): string {
	const mutated = [...lines];
	for (let edits = 1 + random(3); edits > 0; edits -= 1) {
		const at = random(mutated.length);
		const other = random(mutated.length);
		const line = mutated[at] ?? '';
		switch (random(5)) {
			case 0:
				mutated.splice(at, 1);
				break;
			case 1:
				mutated.splice(at, 0, line);
				break;
			case 2:
				mutated[at] = mutated[other] ?? '';
				mutated[other] = line;
				break;
			case 3:
				mutated[at] = line.slice(0, random(line.length + 1));
				break;
			default:
				mutated[at] = line.split('').reverse().join('');
		}
	}
	return mutated.join('\n');
}

/** What is wrong with the result of parsing, whatever the text was. */
function faultsOf(input: Uint8Array): string[] {
	const { guide, findings } = parseGuide(path, input);
	const lineCount = new TextDecoder().decode(input).split(/\r\n?|\n/).length;
	const faults = findings.flatMap(({ code, line, column, message, fix }) => {
		const sentences = [message, fix].every((text) => /[.?`]$/.test(text));
		const place = line >= 1 && line <= lineCount && column >= 1;
		return Object.hasOwn(ruleCodes, code) && sentences && place
			? []
			: [`${line}:${column} ${code} ${message} ${fix}`];
	});
	return guide === undefined ? (findings.length > 0 ? faults : ['nothing']) : faults;
}

test(
	'gives a guide or findings with a place and whole sentences for a file cut off at any byte',
	{ timeout: 30_000 },
	() => {
		const cuts = Array.from({ length: Math.ceil(bytes.length / 97) }, (_, index) => index * 97);

		const faults = cuts.flatMap((cut) => faultsOf(bytes.subarray(0, cut)));

		expect(faults).toEqual([]);
	},
);

test(
	'gives a guide or findings with a place and whole sentences for lines in disorder',
	{ timeout: 30_000 },
	() => {
		const random = randomNumbers(20261122);
		const texts = Array.from({ length: 150 }, () => mutate(random));

		const faults = texts.flatMap((text) => faultsOf(Buffer.from(text)));

		expect(faults).toEqual([]);
	},
);

test('gives findings for random bytes', () => {
	const random = randomNumbers(7);
	const inputs = Array.from({ length: 50 }, () =>
		Uint8Array.from({ length: 2000 }, () => random(256)),
	);

	const faults = inputs.flatMap((input) => faultsOf(input));

	expect(faults).toEqual([]);
});
