import { families } from '#schema/variant-family.ts';

function agrees(name: string, choice: string): boolean {
	return name === choice || families[name] === choice || families[choice] === name;
}

/** Whether a part for these variants is for a reader who made these choices; without a choice on its axis it is. */
export function isShown(
	names: readonly string[],
	choiceFor: (name: string) => string | undefined,
): boolean {
	return names.some((name) => {
		const choice = choiceFor(name);
		return !choice || agrees(name, choice);
	});
}
