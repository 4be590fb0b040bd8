/** So many that Pagefind, which holds all that it indexes in memory, needs about two gigabytes for them. */
const guidesPerPart = 5000;

/**
 * The folders of the full-text index of so many guides, from the root of the site. Each search asks all of them, so
 * there is more than one only where one would be too large to make.
 */
export function searchPartPaths(guides: number): readonly string[] {
	const parts = Math.max(1, Math.ceil(guides / guidesPerPart));
	return Array.from({ length: parts }, (_, index) =>
		index === 0 ? '/pagefind/' : `/pagefind/part-${index + 1}/`,
	);
}
