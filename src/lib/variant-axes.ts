import { axes, isVariant, variants, type Axis, type Variant } from '#schema/variant.ts';
import { isShown } from './variant-choice.ts';

export interface VariantAxis {
	readonly axis: Axis;
	readonly label: string;
	readonly choices: readonly { readonly name: Variant; readonly label: string }[];
}

/**
 * The questions that a page may ask its reader: those whose answer leaves a part out. `parts` has the variants of each
 * part that is not for everyone.
 */
export function variantAxes(parts: readonly (readonly string[])[]): VariantAxis[] {
	const used = new Set(parts.flat());
	const all = Object.entries(variants).flatMap(([name, { label, axis }]) =>
		isVariant(name) && used.has(name) ? [{ name, label, axis }] : [],
	);
	return [...Map.groupBy(all, ({ axis }) => axis)]
		.filter(([axis, choices]) =>
			choices.some(({ name }) =>
				parts.some(
					(part) =>
						!isShown(part, (other) =>
							isVariant(other) && variants[other].axis === axis ? name : undefined,
						),
				),
			),
		)
		.map(([axis, choices]) => ({
			axis,
			label: axes[axis],
			choices: choices.map(({ name, label }) => ({ name, label })),
		}));
}
