import { expect, test } from 'vitest';
import { enterAction, nextOption, noOption } from '#lib/option-choice.ts';

test('the arrows go through the options and the field, and round', () => {
	expect([noOption, 0, 1].map((selected) => nextOption(selected, 1, 2))).toEqual([0, 1, noOption]);
	expect([noOption, 0, 1].map((selected) => nextOption(selected, -1, 2))).toEqual([1, noOption, 0]);
	expect(nextOption(noOption, 1, 0)).toBe(noOption);
});

const one = { guide: { id: 'nodejs/eaddrinuse' }, isAlternative: false };
const other = { guide: { id: 'npm/eacces' }, isAlternative: false };
const alternative = { ...other, isAlternative: true };
const goTo = { goTo: 'nodejs/eaddrinuse' };

test.each([
	['a certain guide is gone to', 'certain', [one], false, goTo],
	['so is that of a typed text with others', 'certain', [one, other], false, goTo],
	['so is that of a log with one error', 'certain', [one, alternative], true, goTo],
	['of several errors in a log the reader chooses', 'certain', [one, other], true, 'select first'],
	['what is not certain leads to all results', 'possible', [one, other], false, 'show results'],
	['so does what nothing is known of', 'unknown', [], false, 'show results'],
	['a log that is not certain stays off the address', 'possible', [one], true, 'select first'],
	['so does a log that nothing is known of', 'unknown', [], true, undefined],
])('%s', (_, state, matches, isLong, action) => {
	expect(enterAction({ state, matches }, isLong)).toEqual(action);
});
