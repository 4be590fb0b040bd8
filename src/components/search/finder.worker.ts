import { find, type Result } from '#finder/find.ts';
import { finderPath } from '#finder/index-shape.ts';
import { IndexReader } from '#finder/index-reader.ts';
import { sitePath } from '#lib/url.ts';
import type { Answer, Question } from './finder-client.ts';

/* The finder in a thread of its own, so that a log of megabytes does not hold up the page. */

const index = new IndexReader(async (name) => {
	const response = await fetch(sitePath(finderPath + name));
	if (!response.ok) throw new Error(`${finderPath}${name}: ${response.status}`);
	return response.json() as Promise<unknown>;
});

// Every text needs it. Where it fails to load, the first text tells.
index.manifest().catch(() => undefined);

async function answer({ id, text }: Question): Promise<void> {
	const reply = (found: Answer) => postMessage(found);
	let result: Result;
	try {
		result = await find(index, text);
	} catch (error) {
		reply({ id, failure: error instanceof Error ? error.message : String(error) });
		return;
	}
	reply({ id, result });
	const [first] = result.matches;
	// The quick answer is an extra that comes after: without it the match stands.
	const quickAnswer =
		first && result.state === 'certain'
			? await index.answer(first.guide.id).catch(() => undefined)
			: undefined;
	reply({ id, quickAnswer });
}

addEventListener('message', ({ data }: MessageEvent<Question>) => void answer(data));
