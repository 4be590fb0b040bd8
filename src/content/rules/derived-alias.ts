import { codeKey, notations } from '#lib/notation.ts';
import type { Draft, Report } from '../draft.ts';

export function derivedAlias({ frontmatter, source }: Draft, report: Report): void {
	if (!frontmatter) return;
	const { code, aliases } = frontmatter;
	const taken = new Map<string, string>([[codeKey(code), 'the code itself']]);
	for (const name of [code, ...aliases]) {
		for (const notation of notations(name))
			taken.set(codeKey(notation), `another notation of ${name}`);
	}
	aliases.forEach((alias, index) => {
		// A sign tells two decimals apart, so it stays in the key.
		const key = /^-\d+$/.test(alias) ? alias : codeKey(alias);
		const what = taken.get(key) ?? (key.startsWith('-') ? taken.get(key.slice(1)) : undefined);
		if (what) {
			const place = source.yaml?.placeOfValue(['aliases', index]) ?? { line: 1, column: 1 };
			report(
				'guide/derived-alias',
				place,
				`The alias "${alias}" is ${what}.`,
				'Remove it: the site derives it.',
			);
		}
		taken.set(key, 'listed twice');
	});
}
