import { nearest } from '#lib/nearest.ts';
import { isVariant, variantNames } from '#schema/variant.ts';
import { variantsOf, type Draft, type Report } from '../draft.ts';

export function unknownVariant({ parts }: Draft, report: Report): void {
	for (const part of parts) {
		for (const name of variantsOf(part) ?? []) {
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
