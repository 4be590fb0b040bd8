import type { Block } from '#schema/guide.ts';
import type { Variant } from '#schema/variant.ts';

/** What the Linux machine of a lab is not. */
const others: ReadonlySet<string> = new Set([
	'windows',
	'macos',
	'fedora',
	'alpine',
	'powershell',
	'cmd',
] satisfies Variant[]);

/** Whether a block is for the kind of machine that labs run on: Debian with Bash. */
export function isForLinux({ language, variants }: Pick<Block, 'language' | 'variants'>): boolean {
	if (language === 'powershell' || language === 'bat') return false;
	return variants.length === 0 || variants.some((variant) => !others.has(variant));
}
