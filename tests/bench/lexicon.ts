import type { Random } from './random.ts';

/*
 * Words that no guide has yet. Real products bring names of their own, so the vocabulary of a large site keeps growing;
 * with the words of the corpus alone a search index would be far too small.
 */

const onsets =
	'b br c ch cl cr d dr f fl g gr h j k l m n p pl pr qu r s sc sh sl st t tr v w z'.split(' ');
const nuclei = 'a e i o u ai ea ee io ou'.split(' ');
const codas = ' b ck d g l ll m n nd ng nt r rk rn s st t x'.split(' ');

export function coinWord(random: Random, syllables = 2 + random.below(2)): string {
	return Array.from(
		{ length: syllables },
		() => random.pick(onsets) + random.pick(nuclei) + random.pick(codas),
	).join('');
}

export function capitalize(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}

const subjects =
	`access account address archive argument bucket buffer cache certificate channel client cluster config
connection container context cursor database device disk driver endpoint file format handle header host image index
input key license limit lock memory message mode module name network node object operation option output owner package
parameter password path permission pool port process profile protocol proxy queue quota record region registry request
resource response role route schema scope secret server service session signature size socket source state storage
stream table target thread timeout token transaction type update user value version volume worker zone`.split(
		/\s+/,
	);

const problems =
	`aborted busy closed conflict corrupt denied disabled duplicate empty exceeded exhausted expired failed
forbidden full ignored incomplete incompatible invalid locked lost mismatch missing not_allowed not_empty not_found
not_ready not_supported out_of_range overflow refused rejected required reset revoked rolled_back stale timed_out
too_large too_many truncated unavailable unexpected unknown unreachable unsupported`.split(/\s+/);

/** Words that messages of all products share. */
export const commonTerms: readonly string[] = [
	...subjects,
	...new Set(problems.flatMap((problem) => problem.split('_')).filter((word) => word.length > 3)),
];

/** How a product writes its codes. */
export const codeStyles = [
	'hex',
	'constant',
	'number',
	'camel',
	'sqlstate',
	'letters',
	'plain',
] as const;
export type CodeStyle = (typeof codeStyles)[number];

/** A code in a style; `prefix` is the short name of the product. */
export function coinCode(random: Random, style: CodeStyle, prefix: string): string {
	const words = [random.pick(subjects), random.pick(problems)];
	if (random.chance(0.6)) words.unshift(random.pick(subjects));
	const hex = (length: number) =>
		random
			.below(16 ** length)
			.toString(16)
			.toUpperCase()
			.padStart(length, '0');
	switch (style) {
		case 'hex':
			return `0x${random.pick(['8007', '8024', '8009', '800F', 'C000'])}${hex(4)}`;
		case 'constant':
			return `ERR_${words.join('_').toUpperCase()}`;
		case 'number':
			return `${prefix.toUpperCase()}-${random.digits(random.pick([3, 4, 5]))}`;
		case 'letters':
			return `${prefix.slice(0, 2).toUpperCase()}${random.digits(random.pick([4, 5]))}`;
		case 'plain':
			return random.digits(random.pick([4, 4, 5]));
		case 'camel':
			return words.join('_').split('_').map(capitalize).join('');
		case 'sqlstate':
			return `${random.digits(2)}${random.pick(['0', '5', 'P', 'V', 'X'])}${hex(2)}`;
	}
}
