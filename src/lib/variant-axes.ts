import { axes, isVariant, variants, type Axis, type Variant } from '#schema/variant.ts';
import { isShown } from './variant-choice.ts';

export interface VariantAxis {
	readonly axis: Axis;
	readonly label: string;
	readonly choices: readonly { readonly name: Variant; readonly label: string }[];
}

function partsOf(html: string): Variant[][] {
	return [...html.matchAll(/ data-on="([^"]*)"/g)].map(([, names = '']) =>
		names.split(' ').filter(isVariant),
	);
}

/** The questions that a page may ask its reader: those whose answer leaves a part out. */
export function variantAxes(html: readonly string[]): VariantAxis[] {
	const parts = html.filter((part) => part.includes(' data-on="')).flatMap(partsOf);
	if (parts.length === 0) return [];
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
