import type { Draft, Report } from '../draft.ts';
import { splitGuidePath } from './file-path.ts';

export function relatedSelf({ frontmatter, source }: Draft, report: Report): void {
	const path = splitGuidePath(source.file);
	const seen = new Set([`${path.product}/${path.slug}`]);
	frontmatter?.related.forEach(({ guide }, index) => {
		if (seen.has(guide)) {
			const message =
				guide === `${path.product}/${path.slug}`
					? 'The guide is related to itself.'
					: `"${guide}" is related twice.`;
			const place = source.yaml?.placeOfValue(['related', index, 'guide']) ?? {
				line: 1,
				column: 1,
			};
			report('related/self', place, message, 'Remove it.');
		}
		seen.add(guide);
	});
}
