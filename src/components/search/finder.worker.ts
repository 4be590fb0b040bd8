import { find } from '#finder/find.ts';
import { finderPath } from '#finder/index-shape.ts';
import { FinderIndex } from '#finder/index-reader.ts';
import type { Answer, Question } from './finder-client.ts';

/* The finder in a thread of its own, so that a log of megabytes does not hold up the page. */

const index = new FinderIndex(async (name) => {
	const response = await fetch(finderPath + name);
	if (!response.ok) throw new Error(`${finderPath}${name}: ${response.status}`);
	return response.json() as Promise<unknown>;
});

async function answer({ id, text }: Question): Promise<Answer> {
	try {
		const result = await find(index, text);
		const [first] = result.matches;
		// The quick answer is an extra: without it the match stands.
		const quickAnswer =
			first && result.state === 'certain'
				? await index.answer(first.guide.id).catch(() => undefined)
				: undefined;
		return { id, result, quickAnswer };
	} catch (error) {
		return { id, failure: error instanceof Error ? error.message : String(error) };
	}
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
	void answer(data).then((reply) => postMessage(reply));
});
