import { find } from '#finder/find.ts';
import { Random } from '../random.ts';
import { median } from '../statistics.ts';
import { makeLog } from './log.ts';
import type { IndexFiles } from './reads.ts';

export interface Linearity {
	/** For logs of these lengths, nanoseconds for each character. */
	readonly lengths: readonly number[];
	readonly perCharacter: readonly number[];
	/** The longest over the shortest: 1 is linear, 100 is quadratic. */
	readonly ratio: number;
}

const lengths = [10_000, 100_000, 1_000_000] as const;
/** A short text is read several times in one measurement, as the clock is coarse and a short run is easily disturbed. */
const fewestCharacters = 1_000_000;

/** Time per character in this process, with all files of the index read before. */
export async function measureLinearity(
	files: IndexFiles,
	error: string,
	rounds: number,
): Promise<Linearity> {
	const { index } = files.open();
	const texts = lengths.map((length) => makeLog(new Random(length), length, error));
	for (const text of texts) await find(index, text);
	const times = texts.map((): number[] => []);
	for (let round = 0; round < rounds; round += 1) {
		for (const [place, text] of texts.entries()) {
			const repeats = Math.ceil(fewestCharacters / text.length);
			const started = performance.now();
			for (let repeat = 0; repeat < repeats; repeat += 1) await find(index, text);
			times[place]?.push(((performance.now() - started) * 1e6) / (repeats * text.length));
		}
	}
	const perCharacter = times.map(median);
	return {
		lengths,
		perCharacter,
		ratio: (perCharacter.at(-1) ?? 0) / (perCharacter[0] ?? 1),
	};
}
