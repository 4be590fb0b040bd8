import { runsOf, type Hit } from './full-text.ts';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** The words of the query that a guide has where a result does not show them, as a sentence; nothing when it shows all. */
export function otherWords({ code, name, product, answer, words, exact }: Hit): string {
	if (exact) return '';
	const texts = [name, `${code} ${product}`, ...answer.split('`')];
	const shown = new Set(texts.flatMap((text) => runsOf(text, words).map(({ word }) => word)));
	const others = words.filter((word) => !shown.has(word));
	return others.length > 0
		? `Also mentions ${list.format(others.map((word) => `“${word}”`))}.`
		: '';
}
