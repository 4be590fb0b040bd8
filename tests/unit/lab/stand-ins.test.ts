import { expect, test } from 'vitest';
import { showPorts, standIn, type Surroundings } from '#lab/stand-ins.ts';

const sandbox: Surroundings = {
	home: '/home/sam',
	temporary: '/tmp',
	ports: [3000, 3001, 3002],
	user: 'sam',
};

test.each([
	['colours', '\u001b[31merror\u001b[0m: \u001b]0;title\u0007no', 'error: no'],
	['lines written over', '10%\r50%\rdone\r\nend', 'done\nend'],
	['ISO times', 'at 2026-11-24T12:00:39.123Z', 'at 2026-01-01T12:00:00.000Z'],
	['times of logs', '2026-11-24 12:00:39,123 UTC [x]', '2026-01-01 12:00:00,000 UTC [x]'],
	[
		'times in names',
		'2026-11-24T12_00_39_123Z-debug-0.log',
		'2026-01-01T12_00_00_000Z-debug-0.log',
	],
	['times of nginx', '2026/11/24 12:00:39 [emerg] 31#31: x', '2026/01/01 12:00:00 [emerg] 1#1: x'],
	['times of Redis', '31:M 24 Nov 2026 12:00:39.123 # x', '1:M 01 Jan 2026 12:00:00.000 # x'],
	['times of date', 'Tue Nov 24 12:00:39 UTC 2026', 'Thu Jan  1 12:00:00 UTC 2026'],
	['times of ls', '1 sam sam 60M Nov 24 12:22 a', '1 sam sam 60M Jan  1 12:00 a'],
	['durations', 'added 1 package in 512ms', 'added 1 package in 1s'],
	['long durations', 'added 1 package in 2s', 'added 1 package in 1s'],
	['process ids', 'running with pid 4711', 'running with pid 1234'],
	['warnings of Node.js', '(node:63) Warning: x', '(node:1234) Warning: x'],
	['times of tests', 'ℹ duration_ms 28.858661', 'ℹ duration_ms 1'],
	['temporary files', '/tmp/ccAb12Cd.o: in main', '/tmp/ccXXXXXX.o: in main'],
	[
		'lines of OpenSSL',
		'40F7AB0C6D7F0000:error:1C800064:Provider routines:x:bad decrypt:../a/b.c:124:',
		'0000000000000000:error:1C800064:Provider routines:x:bad decrypt:../a/b.c:1:',
	],
	['addresses', 'at 0x7ffd5a3c1b20', 'at 0x7f0000000000'],
	[
		'private keys',
		'-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----',
		'-----BEGIN PRIVATE KEY-----\n[private key]\n-----END PRIVATE KEY-----',
	],
	['tokens', '//r/:_authToken=npm_abcdefgh1', '//r/:_authToken=[secret]'],
	['white space at the end', 'a  \nb\t\n\n', 'a\nb'],
])('replaces %s', (_, text, expected) => {
	expect(standIn(text, sandbox)).toBe(expected);
});

test.each([
	'errno 28, exit code 1, 5432',
	'0x80070005 and 0xC0000005',
	'git 2.39.5, 100% of 64M',
	'ERROR 1045 (28000): Access denied',
])('leaves alone what says the same on each run: %s', (text) => {
	expect(standIn(text, sandbox)).toBe(text);
});

test('replaces folders, ports and people where the lab had no machine of its own', () => {
	const text =
		'/tmp/labs-x/1/home/work/a: 127.0.0.1:40123 by root, not 140123 or roots; /tmp/labs-x/1/tmp/b';

	const result = standIn(text, {
		home: '/tmp/labs-x/1/home',
		temporary: '/tmp/labs-x/1/tmp',
		ports: [40123, 40124, 40125],
		user: 'root',
	});

	expect(result).toBe('/home/sam/work/a: 127.0.0.1:3000 by sam, not 140123 or roots; /tmp/b');
});

test('shows the numbers of ports in commands', () => {
	expect(showPorts('curl :$PORT ":${PORT2}" $PORT3 $PORTER')).toBe(
		'curl :3000 ":3001" 3002 $PORTER',
	);
});
