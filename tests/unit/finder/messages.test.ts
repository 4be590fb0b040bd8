import { describe, expect, test } from 'vitest';
import { anchorsOf, compileTemplate, findTemplate, matchAt } from '#finder/messages.ts';
import { readText } from '#finder/text.ts';

const missing = compileTemplate(
	"Error [ERR_MODULE_NOT_FOUND]: Cannot find package '<package>' imported from <file>",
);

test('splits a message at its placeholders', () => {
	expect(missing.pieces.map(({ letters }) => letters)).toEqual([
		'errorerrmodulenotfoundcannotfindpackage',
		'importedfrom',
	]);
});

describe('findTemplate', () => {
	test.each([
		"Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'left-pad' imported from /srv/app.js",
		'Error [ERR_MODULE_NOT_FOUND]: Cannot find package “left-pad” imported from /srv/app.js',
		"node:internal\r\nError [ERR_MODULE_NOT_FOUND]: Cannot find pack\r\nage 'left-pad' imported\r\nfrom /srv",
		"\u001B[31mError\u001B[39m [ERR_MODULE_NOT_FOUND]: Cannot find package '@s/x' imported from x",
		"> Error [ERR_MODULE_NOT_FOUND]: Cannot find package\n> 'left-pad' imported from /srv/app.js",
	])('finds it in %j', (text) => {
		expect(findTemplate(missing, text)).toBeDefined();
	});

	test.each([
		"Error [ERR_MODULE_NOT_FOUND]: Cannot find module 'x' imported from /srv/app.js",
		"imported from, Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'x'",
		`Error [ERR_MODULE_NOT_FOUND]: Cannot find package '${'x'.repeat(300)}' imported from`,
		'',
	])('does not find it in %j', (text) => {
		expect(findTemplate(missing, text)).toBeUndefined();
	});

	test('wants whole words', () => {
		const template = compileTemplate('able to connect');

		expect(findTemplate(template, 'unable to connect')).toBeUndefined();
		expect(findTemplate(template, 'able to connection')).toBeUndefined();
		expect(findTemplate(template, 'was able to connect.')).toEqual({ start: 4, end: 19 });
	});

	test('lets a placeholder touch a word', () => {
		expect(
			findTemplate(compileTemplate('<host>’s address'), 'it is example.com’s address'),
		).toEqual({
			start: 18,
			end: 27,
		});
		expect(
			findTemplate(compileTemplate('took <number>ms too long'), 'took 25ms too long'),
		).toBeDefined();
	});
});

describe('matchAt', () => {
	const match = (text: string) => {
		const read = readText(text);
		const letter = read.letters.indexOf('modulenotfound');
		return matchAt(read, missing, { piece: 0, word: 2 }, letter);
	};

	test('takes a message whose end is cut off', () => {
		const found = match('Error [ERR_MODULE_NOT_FOUND]: Cannot find pack');

		expect(found?.isCut).toBe(true);
		expect(found?.coverage).toBeGreaterThan(0.6);
	});

	test('takes a message that breaks off with an ellipsis', () => {
		expect(match('Error [ERR_MODULE_NOT_FOUND]: Cannot find… (and more here)')?.isCut).toBe(true);
	});

	test('says how much of it is there when other words follow', () => {
		const found = match('Error [ERR_MODULE_NOT_FOUND]: quite another thing, and so on, and on');

		expect(found?.isCut).toBe(false);
		expect(found?.coverage).toBeLessThan(0.5);
	});
});

test('has an anchor for each run of three words, and for a short piece the whole', () => {
	expect(anchorsOf(compileTemplate('a b c d <x> e')).map(({ key }) => key)).toEqual([
		'a b c',
		'b c d',
		'e',
	]);
});
