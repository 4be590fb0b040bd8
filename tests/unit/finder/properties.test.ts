import fc from 'fast-check';
import { expect, test } from 'vitest';
import { find } from '#finder/find.ts';
import { compileTemplate, findTemplate } from '#finder/messages.ts';
import { requestOf } from '#finder/request.ts';
import { readText, toSpan } from '#finder/text.ts';
import { indexedGuide, openContentIndex, openIndex } from '../../content-index.ts';

const content = openContentIndex();

/** Text as hostile as it comes: any code units, lone surrogates among them, and the parts that readers look for. */
const anyText = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 300 }),
	fc
		.array(
			fc.constantFrom(
				'EACCES',
				'0x80070005',
				'502',
				'HTTP/1.1 ',
				'\u001B[31m',
				'\u001B]',
				'\\u001b[',
				'&#x',
				'&quot;',
				'<script>',
				'\n',
				'\r',
				'\u0000',
				'\u200B',
				'\uD800',
				'-',
				'__proto__',
				'npm error code ',
				'$&',
				'(',
				'…',
				'errno ',
				'ﬁ',
				'İ',
			),
			{ maxLength: 40 },
		)
		.map((parts) => parts.join('')),
);

test('finding never throws, and its spans lie within the text', async () => {
	await fc.assert(
		fc.asyncProperty(anyText, async (text) => {
			const { matches, state } = await find(content, text);
			expect(matches.length === 0).toBe(state === 'unknown');
			for (const { span, score } of matches) {
				expect(span.start).toBeGreaterThanOrEqual(0);
				expect(span.end).toBeGreaterThan(span.start);
				expect(span.end).toBeLessThanOrEqual(text.length);
				expect(score).toBeGreaterThanOrEqual(0);
				expect(score).toBeLessThanOrEqual(1);
			}
		}),
		{ numRuns: 300 },
	);
});

test('letters lead back to where they came from', () => {
	fc.assert(
		fc.property(anyText, (source) => {
			const text = readText(source);
			expect(text.offsets).toHaveLength(text.letters.length);
			for (let letter = 0; letter < text.letters.length; letter += 1) {
				const { start, end } = toSpan(text, letter, letter + 1);
				expect(readText(source.slice(start, end)).letters).toContain(text.letters[letter]);
			}
		}),
	);
});

test('a message with its placeholders filled in is found again, in whatever noise', () => {
	const words = fc
		.array(fc.stringMatching(/^[a-z]{2,9}$/), { minLength: 2, maxLength: 5 })
		.map((list) => list.join(' '));
	fc.assert(
		fc.property(
			words,
			words,
			fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
			(head, tail, value) => {
				const template = compileTemplate(`${head}: '<value>' ${tail}.`);
				const filled = `log> \u001B[1m${head}:\u001B[0m “${value}” ${tail.replaceAll(' ', '\r\n')}.`;
				expect(findTemplate(template, filled)).toBeDefined();
			},
		),
	);
});

test('a request holds no more than a code and the start of one line', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const { code, line } = requestOf(text);
			expect([...line].length).toBeLessThanOrEqual(120);
			expect(line).not.toMatch(/[\r\n]/);
			expect(code.length).toBeLessThanOrEqual(60);
			expect(line.includes(code)).toBe(true);
		}),
	);
});

test('an index holds what guides say as text, whatever they say', async () => {
	await fc.assert(
		fc.asyncProperty(anyText, async (text) => {
			const code = `CODE_${text.replace(/\s+/g, ' ').slice(0, 40)}_END`;
			const { index } = openIndex([indexedGuide({ id: 'a/b', code, messages: [`${text} <x>`] })]);
			const { matches } = await find(index, code);
			for (const { guide } of matches) expect(guide.code).toBe(code);
		}),
		{ numRuns: 100 },
	);
});
