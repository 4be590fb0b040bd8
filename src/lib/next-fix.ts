/** The fix to try after one that did not help: the next without an outcome, from the start again at the end; or none. */
export function nextFix(
	fixes: readonly string[],
	outcomes: Readonly<Record<string, string>>,
	current: string,
): string | undefined {
	const from = fixes.indexOf(current) + 1;
	return [...fixes.slice(from), ...fixes.slice(0, from)].find((id) => !outcomes[id]);
}
