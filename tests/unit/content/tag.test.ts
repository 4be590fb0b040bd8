import { mdxToMdast } from 'satteri';
import { expect, test } from 'vitest';
import { walk } from '#content/draft.ts';
import { PlaceFinder } from '#content/position.ts';
import { isElement, readAttributes } from '#content/tag.ts';

/** The attributes of the first tag, as `name=value name-place value-place`. */
function attributesOf(text: string): string[] {
	for (const { node } of walk([mdxToMdast(text)])) {
		if (!isElement(node)) continue;
		return readAttributes(node, text, new PlaceFinder(text)).map(
			({ name, value, namePlace, valuePlace }) =>
				`${name}=${JSON.stringify(value)} ${namePlace.line}:${namePlace.column} ${valuePlace.line}:${valuePlace.column}`,
		);
	}
	throw new Error('There is no tag.');
}

test('places names and values on one line', () => {
	expect(attributesOf(`<Fix id="a-b" minutes={5} advanced loses='c "d"'>x</Fix>`)).toEqual([
		'id="a-b" 1:6 1:9',
		'minutes=5 1:15 1:23',
		'advanced=true 1:27 1:27',
		'loses="c \\"d\\"" 1:36 1:42',
	]);
});

test('places names and values of a tag that spans lines', () => {
	expect(
		attributesOf('Text.\n\n<Fix\n  id="a"\n\n  title = "b\n  c"\n  by="user"\n>\n\nx\n\n</Fix>\n'),
	).toEqual(['id="a" 4:3 4:6', 'title="b\\nc" 6:3 6:11', 'by="user" 8:3 8:6']);
});

test('places what stands behind braces with braces and quotes inside', () => {
	expect(
		attributesOf(`<Fix a={"\\"}"} b={{ c: '}' }} d={\`}\`} {...{ e: "}" }} f="g">x</Fix>`),
	).toEqual([
		'a="\\"}" 1:6 1:8',
		'b=undefined 1:16 1:18',
		'd=undefined 1:31 1:33',
		'{…}=undefined 1:39 1:39',
		'f="g" 1:55 1:57',
	]);
});

test('reads texts, numbers and truth values in braces, and nothing else', () => {
	expect(
		attributesOf('<Fix a={"b"} c={-1.5} d={false} e={null} f={[1]} g={h} i={1 + 1}>x</Fix>'),
	).toEqual([
		'a="b" 1:6 1:8',
		'c=-1.5 1:14 1:16',
		'd=false 1:23 1:25',
		'e=undefined 1:33 1:35',
		'f=undefined 1:42 1:44',
		'g=undefined 1:50 1:52',
		'i=undefined 1:56 1:58',
	]);
});

test('counts columns in UTF-16 units, as editors do', () => {
	expect(attributesOf('💥 <On is="linux">x</On>')).toEqual(['is="linux" 1:8 1:11']);
});

test('decodes character references in a value without losing its place', () => {
	expect(attributesOf('<Cause title="a &quot;b&quot;" fixes="c">x</Cause>')).toEqual([
		'title="a \\"b\\"" 1:8 1:14',
		'fixes="c" 1:32 1:38',
	]);
});

test('finds no attribute where there is none', () => {
	expect(attributesOf('<Check>x</Check>')).toEqual([]);
});
