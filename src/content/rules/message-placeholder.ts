import { literalsOf } from '#lib/placeholder.ts';
import type { Draft, Report } from '../draft.ts';

/** As many literal characters as tell one message from another; "Access is denied." has more. */
const fewestLiterals = 5;

export function messagePlaceholder({ frontmatter, source }: Draft, report: Report): void {
	frontmatter?.messages.forEach((message, index) => {
		const literal = literalsOf(message)
			.join('')
			.replace(/[^\p{L}\p{N}]/gu, '');
		if (literal.length >= fewestLiterals) return;
		report(
			'guide/message-placeholder',
			source.yaml?.placeOfValue(['messages', index]) ?? { line: 1, column: 1 },
			`The message "${message}" has hardly any text besides its placeholders.`,
			'Quote more of what the product prints.',
		);
	});
}
