/** The outermost elements of rendered HTML. */
function blocksOf(html: string): string[] {
	const blocks: string[] = [];
	let depth = 0;
	let start = 0;
	for (const { 0: tag, 1: closing, 2: name, index } of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
		if (name === 'br') continue;
		depth += closing ? -1 : 1;
		if (depth > 0) continue;
		const end = index + tag.length;
		blocks.push(html.slice(start, end));
		start = end;
	}
	return blocks;
}

/**
 * The start of a check that can stand alone: its first block, with the block that a colon announces, and all variants of
 * a part that has some. Sample output beside the commands of a variant is left out.
 */
export function firstCheck(html: string): string {
	const isVariant = (block = '') => block.startsWith('<div class="on"');
	const blocks = blocksOf(html);
	const end = blocks.findIndex(
		(block, index) =>
			!(isVariant(block) && isVariant(blocks[index + 1])) && !/:(?:<\/\w+>)*$/.test(block),
	);
	return blocks
		.slice(0, end < 0 ? blocks.length : end + 1)
		.map((block) =>
			isVariant(block) && block.includes('data-kind="command"')
				? block.replace(/<pre class="code" data-kind="output".*?<\/pre>/gs, '')
				: block,
		)
		.join('');
}
