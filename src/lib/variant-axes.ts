import { axes, families, isVariant, variants, type Axis, type Variant } from '#schema/variant.ts';
import { isShown } from './variant-choice.ts';

interface VariantChoice {
	readonly name: Variant;
	readonly label: string;
	/** The variants of the page that are not for a reader who has this one. */
	readonly excludes: readonly Variant[];
}

export interface VariantAxis {
	readonly axis: Axis;
	readonly label: string;
	readonly choices: readonly VariantChoice[];
}

function agree(a: Variant, b: Variant): boolean {
	return a === b || families[a] === b || families[b] === a;
}

/**
 * The questions that a page may ask its reader: those whose answer leaves a part out. `parts` has the variants of each
 * part that is not for everyone.
 */
export function variantAxes(parts: readonly (readonly string[])[]): VariantAxis[] {
	const used = new Set(parts.flat());
	const names = Object.keys(variants)
		.filter(isVariant)
		.filter((name) => used.has(name));
	const groups = [...Map.groupBy(names, (name) => variants[name].axis)];
	return groups
		.map(([axis, own]) => ({
			axis,
			label: axes[axis],
			choices: own.map((name) => ({
				name,
				label: variants[name].label,
				excludes: own.filter((other) => !agree(name, other)),
			})),
		}))
		.filter(({ choices }) =>
			choices.some(({ excludes }) => parts.some((part) => !isShown(part, new Set(excludes)))),
		);
}
