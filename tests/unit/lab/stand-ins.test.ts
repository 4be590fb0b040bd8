import { expect, test } from 'vitest';
import { asShown, replaceProcessId, standIn } from '#lab/stand-ins.ts';

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
	['sockets of ss', 'u_str LISTEN 0 511 a.sock 1171247 * 0', 'u_str LISTEN 0 511 a.sock 12345 * 0'],
	['memory of Redis', 'used_memory_human:3.21M', 'used_memory_human:3.00M'],
	['addresses', 'at 0x7ffd5a3c1b20', 'at 0x7f0000000000'],
	[
		'private keys',
		'-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----',
		'-----BEGIN PRIVATE KEY-----\n[private key]\n-----END PRIVATE KEY-----',
	],
	['tokens', '//r/:_authToken=npm_abcdefgh1', '//r/:_authToken=[secret]'],
	['white space at the end', 'a  \nb\t\n\n', 'a\nb'],
])('replaces %s', (_, text, expected) => {
	expect(standIn(text)).toBe(expected);
});

test.each([
	'errno 28, exit code 1, 5432',
	'0x80070005 and 0xC0000005',
	'git 2.39.5, 100% of 64M',
	'ERROR 1045 (28000): Access denied',
])('leaves alone what says the same on each run: %s', (text) => {
	expect(standIn(text)).toBe(text);
});

test('leaves out what curl draws where it does not write to a terminal', () => {
	const text = [
		'  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current',
		'                                 Dload  Upload   Total   Spent    Left  Speed',
		'\r  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0\r100     6  100     6    0     0    173      0 --:--:-- --:--:-- --:--:--   176',
		'Hello',
	].join('\n');

	expect(asShown(text)).toBe('Hello');
});

test('replaces the id of a process, in a column that keeps its width', () => {
	expect(replaceProcessId('    PID\n     17 sam\n/proc/17/fd 170', '17')).toBe(
		'    PID\n   1234 sam\n/proc/1234/fd 170',
	);
});
