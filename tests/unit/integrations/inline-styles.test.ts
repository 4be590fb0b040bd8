import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { styleSources } from '../../../src/integrations/inline-styles.ts';

function sourceOf(text: string): string {
	return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}

test('each inline style has its source, with every byte of it', () => {
	const html =
		'<style>\n\ta{b:c}\n</style><p>x</p><style lang="css">a::before{content:"→"}</style>';
	expect(styleSources(Buffer.from(html))).toEqual([
		sourceOf('\n\ta{b:c}\n'),
		sourceOf('a::before{content:"→"}'),
	]);
});

test('a document without styles has none', () => {
	expect(styleSources(Buffer.from('<p>stylesheet</p>'))).toEqual([]);
});
