/** What a text from a sandbox may hold that is another on the next run. */
export interface Surroundings {
	/** Where the home folder really was. */
	readonly home: string;
	/** Where temporary files really were. */
	readonly temporary: string;
	readonly ports: readonly number[];
	readonly user: string;
}

const standInHome = '/home/sam';
const standInPorts = ['3000', '3001', '3002'] as const;

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

/** The lines of a function as a person would type them: with the number of a port instead of the lab's variable. */
export function showPorts(commands: string): string {
	return commands.replace(
		/\$(?:\{PORT([23]?)\}|PORT([23]?)\b)/g,
		(_, braced: string | undefined, plain: string | undefined) =>
			standInPorts[Number((braced ?? plain) || 1) - 1] ?? '',
	);
}

function replaceWord(text: string, word: string, by: string): string {
	const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	return text.replace(new RegExp(`(?<![\\w-])${literal}(?![\\w-])`, 'g'), () => by);
}

/** The text as it is on every run: stable stand-ins for paths, ports, people, times and process ids; no colours. */
export function standIn(text: string, { home, temporary, ports, user }: Surroundings): string {
	let result = settle(text.replace(escapes, ''));
	if (home !== standInHome) result = result.replaceAll(home, standInHome);
	if (temporary !== '/tmp') result = result.replaceAll(temporary, '/tmp');
	for (const [index, port] of ports.entries())
		result = replaceWord(result, String(port), standInPorts[index] ?? '3000');
	if (user !== 'sam') result = replaceWord(result, user, 'sam');
	for (const [pattern, by] of replacements) {
		// It takes a text or a function, but is not declared for what may be either.
		result = result.replace(pattern, by as string);
	}
	return result.replace(/[\t ]+$/gm, '').trimEnd();
}
