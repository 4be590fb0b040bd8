import { expect, test } from 'vitest';
import { isAtLeast } from '#lib/version.ts';
import { readVersion } from '#lab/versions.ts';

test.each([
	['2.39.5', '2.35', true],
	['2.35', '2.35', true],
	['2.4', '2.35', false],
	['10', '9.9.9', true],
	['3', '3.1', false],
])('%s is at least %s: %s', (version, lowest, expected) => {
	expect(isAtLeast(version, lowest)).toBe(expected);
});

test.each([
	['git version 2.39.5', '2.39.5'],
	['nginx version: nginx/1.22.1', '1.22.1'],
	['openjdk version "17.0.19" 2026-04-21', '17.0.19'],
	['OpenSSH_9.2p1 Debian-2, OpenSSL 3.0.17', '9.2'],
	['go version go1.19.8 linux/amd64', '1.19.8'],
	['less 590 (GNU regular expressions)', '590'],
	['no number', undefined],
])('reads the version in "%s"', (printed, version) => {
	expect(readVersion(printed)).toBe(version);
});
