import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { find } from '#finder/find.ts';
import {
	finderPath,
	manifestName,
	type Manifest,
	type MessageManifest,
} from '#finder/index-shape.ts';
import { IndexReader } from '#finder/index-reader.ts';
import { siteFolder } from '../site.ts';

const folder = join(siteFolder, finderPath);

function readIndexFile(name: string): string {
	return readFileSync(join(folder, name), 'utf8');
}

describe('the index', () => {
	test('has the manifest and what it names, and nothing else', () => {
		// Written by the build.
		const manifest = JSON.parse(readIndexFile(manifestName)) as Manifest;
		// Written by the build.
		const more = JSON.parse(readIndexFile(manifest.messages)) as MessageManifest;
		const named = [
			manifestName,
			...manifest.codes.files,
			manifest.codeFilter,
			manifest.messages,
			...more.messages.files,
			more.messageFilter,
			...Object.values(more.secondFilters),
			...more.answers.files,
		];

		expect(globSync('**/*.json', { cwd: folder }).sort()).toEqual([...new Set(named)].sort());
	});

	test.each(['EADDRINUSE', '0x80070005', '-2147024891', 'net::ERR_CONNECTION_REFUSED', '28p01'])(
		'answers %s with at most 20 kB in two requests',
		async (code) => {
			const read: string[] = [];
			const index = new IndexReader((name) => {
				read.push(name);
				return Promise.resolve(JSON.parse(readIndexFile(name)) as unknown);
			});
			const { matches } = await find(index, code);

			expect(matches).not.toEqual([]);
			expect(read.length).toBeLessThanOrEqual(2);
			const bytes = read.map((name) => brotliCompressSync(readIndexFile(name)).length);
			expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(20_000);
		},
	);
});

describe('npm run find', () => {
	interface Run {
		readonly code: number;
		readonly out: string;
		readonly error: string;
	}
	const run = (args: readonly string[], input?: string): Promise<Run> =>
		new Promise((done) => {
			const child = execFile(
				'node',
				['src/cli/find.ts', '--site', relative(process.cwd(), siteFolder), ...args],
				(failure, out, error) => {
					done({ code: failure ? Number(failure.code) : 0, out, error });
				},
			);
			child.stdin?.end(input ?? '');
		});

	test('prints the match, the quick answer and the address', async () => {
		const { code, out } = await run(['EADDRINUSE']);

		expect(code).toBe(0);
		expect(out).toMatch(/^This is it:/);
		expect(out).toContain('Another process already listens on this port');
		expect(out).toContain('https://errorfixerhub.org/errors/nodejs/eaddrinuse/');
	});

	test('reads a pipe, and prints one result as JSON', async () => {
		const log = 'listening…\nError: listen EADDRINUSE: address already in use :::3000\n';
		const { code, out } = await run(['--json'], log);
		// What the help of the command says, and the assertions below check.
		const result = JSON.parse(out) as {
			state: string;
			matches: {
				url: string;
				code: string;
				product: string;
				why: string;
				score: number;
				span: [number, number];
			}[];
		};

		expect(code).toBe(0);
		expect(result.state).toBe('certain');
		const [{ span, ...match } = { span: [0, 0] as const }] = result.matches;
		expect(match).toMatchObject({
			url: 'https://errorfixerhub.org/errors/nodejs/eaddrinuse/',
			code: 'EADDRINUSE',
			product: 'Node.js',
		});
		expect(log.slice(...span)).toContain('EADDRINUSE');
	});

	test('reads one JSON string a line, and prints one result a line', async () => {
		const { code, out } = await run(['--jsonl'], '"EADDRINUSE"\n"nothing here"\n"502"\n');
		const states = out
			.trim()
			.split('\n')
			.map((line) => (JSON.parse(line) as { state: string }).state); // As above.

		expect(code).toBe(0);
		expect(states).toEqual(['certain', 'unknown', 'possible']);
	});

	test('exits with 1 when nothing is known, and says how to ask', async () => {
		const { code, out } = await run(['everything is fine']);

		expect(code).toBe(1);
		expect(out).toContain('Ask for a guide: https://');
	});

	test.each([
		[['--bogus'], '', 'Unknown option'],
		[['--json', '--jsonl'], '', 'Choose --json or --jsonl'],
		[['--jsonl', 'text'], '', 'takes no text'],
		[['--jsonl'], '{"a":1}\n', 'Line 1 of standard input is not a JSON string'],
		[['--jsonl'], 'oops\n', 'Line 1 of standard input is not a JSON string'],
		[[], '   ', 'There is no text to look for'],
		[['--site', 'no-such-folder', 'x'], '', 'There is no index'],
	])('answers %j with one message and exit code 2', async (args, input, message) => {
		const { code, error } = await run(args, input);

		expect(code).toBe(2);
		expect(error).toContain(message);
		expect(error).not.toMatch(/^\s+at /m);
	});

	test('does not send the control characters of a paste back to the terminal', async () => {
		const { out } = await run(['\u001B]0;gotcha\u0007EADDRINUSE\u001B[2J\u202E']);

		expect(out).not.toMatch(/[\u001B\u0007\u202E]/);
	});
});
