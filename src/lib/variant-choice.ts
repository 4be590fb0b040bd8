/** Whether a part for these variants is for a reader who has none of the excluded ones. */
export function isShown(variants: readonly string[], excluded: ReadonlySet<string>): boolean {
	return variants.some((variant) => !excluded.has(variant));
}
