/** What a reader pastes into a request for support: what is known already, and a line for each thing to add. */
export function supportSummary(facts: {
	readonly error: string;
	readonly address: string;
	readonly tried: readonly string[];
	readonly toAdd: readonly string[];
}): string {
	const { error, address, tried, toAdd } = facts;
	return [
		`Error: ${error}`,
		`Guide: ${address}`,
		...(tried.length > 0 ? ['Tried, did not help:', ...tried.map((title) => `- ${title}`)] : []),
		'',
		...toAdd.map((item) => `${item.replace(/[.:]$/, '')}:\n`),
	].join('\n');
}
