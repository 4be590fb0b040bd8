import { nearest } from '#lib/nearest.ts';
import { isVariant, variantNames } from '#schema/variant.ts';
import type { Draft, Report } from '../draft.ts';

export function unknownVariant({ parts }: Draft, report: Report): void {
	for (const part of parts) {
		if (part.name !== 'On' || !part.attributes) continue;
		// The attributes of an On were read with its schema.
		const { is } = part.attributes as { readonly is: string };
		for (const name of is.split(' ')) {
			if (isVariant(name)) continue;
			const suggestion = nearest(name, variantNames);
			report(
				'on/unknown-variant',
				part.placeOfAttribute('is'),
				`There is no variant "${name}".`,
				suggestion
					? `Did you mean "${suggestion}"?`
					: `The variants are: ${variantNames.join(', ')}.`,
			);
		}
	}
}
