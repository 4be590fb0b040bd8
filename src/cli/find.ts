import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { decodeText } from '#finder/decode.ts';
import { find, type Match, type Result } from '#finder/find.ts';
import { finderPath, manifestName } from '#finder/index-shape.ts';
import { IndexReader } from '#finder/index-reader.ts';
import { guidePath, requestUrl, siteOrigin } from '#lib/url.ts';
import { requestOf } from '#finder/request.ts';
import { PlainError, runCommand, UsageError } from './arguments.ts';

const usage = `usage: npm run -s find -- [--json] [--site <folder>] ["text"]
       some-command 2>&1 | npm run -s find [-- --json]
       npm run -s find -- --jsonl < texts.jsonl

Prints the guide to an error: a code in any notation, a message, or a whole log.
Nothing leaves this machine; the index is that of the built site.

  --json            print one result as JSON: {"state", "matches": [{"url", "code", "product", "why", "score", "span"}]}
  --jsonl           read one JSON string a line, print one such result a line
  --site <folder>   the built site whose index to use (default: dist, built now if it is not there)

state is "certain" (this is it), "possible" (it may be one of these) or "unknown". span is where the match stands in the
text: [start, end] in UTF-16 code units, the end not included.
Exit code 0: found. 1: not found. 2: wrong usage, or no index.`;

/** The first time in a fresh clone. What it prints goes to standard error: standard output is for results. */
function buildSite(): void {
	console.error('There is no built site yet. Building it once …');
	const astro = 'node_modules/astro/bin/astro.mjs';
	spawnSync(process.execPath, [astro, 'build', '--silent'], { stdio: ['ignore', 2, 2] });
}

function openIndex(named: string | undefined): IndexReader {
	const folder = join(named ?? 'dist', finderPath);
	const isBuilt = () => existsSync(join(folder, manifestName));
	if (!isBuilt() && named === undefined) buildSite();
	if (!isBuilt())
		throw new PlainError(`There is no index in ${folder}. Run \`npm run build\` first.`);
	return new IndexReader(async (name) => {
		// Written by the build of this project.
		return JSON.parse(await readFile(join(folder, name), 'utf8')) as unknown;
	});
}

function addressOf({ guide }: Match): string {
	return siteOrigin + guidePath(guide.id);
}

function toJson({ state, matches }: Result): string {
	return JSON.stringify({
		state,
		matches: matches.map((match) => ({
			url: addressOf(match),
			code: match.guide.code,
			product: match.guide.product.name,
			why: match.why,
			score: match.score,
			span: [match.span.start, match.span.end],
		})),
	});
}

const heads = {
	certain: 'This is it:',
	possible: 'It may be one of these:',
	unknown: 'Nothing known about this.',
} as const;

/** Control characters of a paste must not reach the terminal again. */
function onOneLine(text: string): string {
	const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
	return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}

async function toWords(index: IndexReader, text: string, result: Result): Promise<string> {
	const { state, matches, suggestions } = result;
	const shown =
		state === 'certain' ? matches.filter(({ isAlternative }) => !isAlternative) : matches;
	const blocks = await Promise.all(
		shown.slice(0, 5).map(async (match, position) => {
			const { guide, why, span } = match;
			const answer =
				position === 0 || state === 'possible' ? await index.answer(guide.id) : undefined;
			return [
				`${guide.code} (${guide.product.name}): ${guide.name}`,
				...(answer ? [`  ${answer.replaceAll('`', '')}`] : []),
				`  ${addressOf(match)}`,
				`  Why: ${why}, at “${onOneLine(text.slice(span.start, span.end))}”`,
			].join('\n');
		}),
	);
	const similar = suggestions.map(({ name, guide }) => `${name} (${guide.product.name})`);
	return [
		heads[state],
		...blocks,
		...(similar.length > 0 ? [`Did you mean ${similar.join(' or ')}?`] : []),
		...(state === 'unknown'
			? [`Ask for a guide: ${requestUrl({ code: requestOf(text).code })}`]
			: []),
	].join('\n\n');
}

function readInput(): string {
	if (process.stdin.isTTY) throw new UsageError('Give the text as an argument, or pipe it in.');
	return decodeText(readFileSync(0));
}

function parseLine(line: string, number: number): string {
	try {
		const text: unknown = JSON.parse(line);
		if (typeof text === 'string') return text;
	} catch {
		// As wrong as any other value.
	}
	throw new PlainError(`Line ${number} of standard input is not a JSON string.`);
}

async function findLines(index: IndexReader): Promise<number> {
	let number = 0;
	for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
		number += 1;
		if (line.trim() === '') continue;
		process.stdout.write(`${toJson(await find(index, parseLine(line, number)))}\n`);
	}
	return 0;
}

// Whoever reads the output may stop early, as `head` does.
process.stdout.on('error', () => process.exit(0));

process.exitCode = await runCommand({
	usage,
	options: { json: { type: 'boolean' }, jsonl: { type: 'boolean' }, site: { type: 'string' } },
	takesArguments: true,
	run: async ({ json, jsonl, site }, args) => {
		if (json && jsonl) throw new UsageError('Choose --json or --jsonl.');
		if (jsonl && args.length > 0)
			throw new UsageError('--jsonl reads from standard input and takes no text.');
		const index = openIndex(site);
		if (jsonl) return findLines(index);
		const text = args.length > 0 ? args.join(' ') : readInput();
		if (text.trim() === '') throw new UsageError('There is no text to look for.');
		const result = await find(index, text);
		console.log(json ? toJson(result) : await toWords(index, text, result));
		return result.state === 'unknown' ? 1 : 0;
	},
});
