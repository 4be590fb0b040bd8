/** Colours, cursor movements and titles of windows. */
const escapes = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;

/** What a terminal shows of lines that were written over: the last of what stood there. */
function settle(text: string): string {
	return text
		.replace(/\r+\n/g, '\n')
		.split('\n')
		.map((line) => line.split('\r').findLast((part) => part !== '') ?? '')
		.join('\n');
}

const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const zeros = (digits: string) => digits.replace(/\d/g, '0');

/** What programs print that differs on each run, and what stands for it. Each keeps its shape. */
const replacements: readonly (readonly [RegExp, string | ((...groups: string[]) => string)])[] = [
	// 2026-11-24T12:00:39.123Z, 2026/11/24 12:00:39, and npm's 2026-11-24T12_00_39_123Z
	[
		/\b20\d\d([-/])\d\d\1\d\d([T ])\d\d([:_])\d\d\3\d\d([.,_]\d+)?/g,
		(_, day, between, colon, fraction = '') =>
			`2026${day}01${day}01${between}12${colon}00${colon}00${zeros(fraction)}`,
	],
	// 24 Nov 2026 12:00:39.123
	[
		new RegExp(`\\b\\d{1,2} ${month} 20\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d+)?`, 'g'),
		(_, fraction = '') => `01 Jan 2026 12:00:00${zeros(fraction)}`,
	],
	// Tue Nov 24 12:00:39 UTC 2026, Nov 24 12:00:39, Nov 24 12:00
	[
		new RegExp(
			`\\b([A-Z][a-z][a-z],? )?${month} [ \\d]\\d \\d\\d:\\d\\d(:\\d\\d)?(\\.\\d+)?( UTC)?( 20\\d\\d)?`,
			'g',
		),
		(_, weekday = '', seconds = '', fraction = '', zone = '', year = '') =>
			`${weekday && 'Thu '}Jan  1 12:00${zeros(seconds)}${zeros(fraction)}${zone}${year && ' 2026'}`,
	],
	// in 12ms, in 2s, in 0.03 s, (0.001 sec): the unit, too, depends on how long it took.
	[/\b(in|took|after) \d+(?:\.\d+)?( ?)m?s\b/g, '$1 1$2s'],
	[/\b(in|took|after) \d+(?:\.\d+)?( ?)(sec|seconds)\b/g, '$1 1$2$3'],
	[/\(\d+\.\d+ sec\)/g, '(0.00 sec)'],
	[/\b(Finished .*) in \d+\.\d+s/g, '$1 in 1s'],
	// the number of a socket in the list of ss, and how much memory Redis uses
	[/^(u_.* )\d{4,}(?= \* 0)/gm, (_, before) => `${before}12345`],
	[/\b(used_memory_human:\d+)\.\d+/g, '$1.00'],
	// The memory of the machine, as free tells it.
	[
		/^Mem: .*$/gm,
		'Mem:           7.8Gi       1.2Gi       5.1Gi        12Mi       1.5Gi       6.3Gi',
	],
	[/^Swap: .*$/gm, 'Swap:             0B          0B          0B'],
	// nginx's 123#123:, Redis's 123:M
	[/\b\d+#\d+: /g, '1#1: '],
	[/^\d+:([A-Z]) (?=\d\d )/gm, '1:$1 '],
	// process ids, as people write them
	[/\b(pid|PID|process)([ =:]{1,2})\d+\b/g, (_, word, sign) => `${word}${sign}1234`],
	// the process of a warning of Node.js, and how long its tests took
	[/\((node|electron):\d+\)/g, '($1:1234)'],
	[/\b(duration_ms:?) \d+(?:\.\d+)?/g, '$1 1'],
	// names of temporary files
	[/\/tmp\/(cc|tmp\.?|npm-|go-build|javac?)[A-Za-z0-9_]{6,12}\b/g, '/tmp/$1XXXXXX'],
	// OpenSSL's thread, and the line of its source, which depends on what a wrong key makes of the data
	[/^[0-9A-F]{16}:error:/gm, '0000000000000000:error:'],
	[/^((?:0{16}:)?error:[0-9A-F]{8}:.*\.c:)\d+:/gm, (_, before) => `${before}1:`],
	// addresses in memory
	[/\b0x(?:0000)?[0-9a-f]{12}\b/g, '0x7f0000000000'],
	// secrets, even those that a lab made for itself
	[/(-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----)[^-]*(-----END)/g, '$1\n[private key]\n$2'],
	[/(_authToken=|Bearer |Basic )[\w.+/=-]{8,}/g, '$1[secret]'],
];

/** What curl draws where it does not print to a terminal. */
const progress =
	/^ +% Total .*\n +Dload .*\n(?:[ \d]{3} +[\d.]+[kMG]? .*(?:--:--:--|\d:\d\d:\d\d).*(?:\n|$))*/gm;

/** The text as a terminal shows it, without colours. */
export function asShown(text: string): string {
	return settle(text.replace(escapes, '')).replace(progress, '');
}

/** The text as it is on every run: stable stand-ins for times, process ids and the like. */
export function standIn(text: string): string {
	let result = asShown(text);
	for (const [pattern, by] of replacements) {
		// It takes a text or a function, but is not declared for what may be either.
		result = result.replace(pattern, by as string);
	}
	return result.replace(/[\t ]+$/gm, '').trimEnd();
}

/** The id of a process stands for itself on one run only. A right-aligned column keeps its width. */
export function replaceProcessId(text: string, id: string): string {
	return text.replace(new RegExp(`( *)(?<![\\w-])${id}(?![\\w-])`, 'g'), (whole, before: string) =>
		before.length > 1 ? ' 1234'.padStart(whole.length) : `${before}1234`,
	);
}
