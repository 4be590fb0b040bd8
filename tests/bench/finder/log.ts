import type { Random } from '../random.ts';

/*
 * A log as a service writes it: access lines, structured lines, stack traces and progress, with identifiers, addresses
 * and times that hardly ever repeat.
 */

const services = 'checkout ledger mailer gateway search-indexer thumbnailer session-store'.split(
	' ',
);
const verbs = 'accepted finished queued retried skipped stored sent loaded closed opened'.split(
	' ',
);
const nouns = 'order invoice upload session thumbnail batch message snapshot lease segment'.split(
	' ',
);
const methods = ['GET', 'GET', 'GET', 'POST', 'PUT', 'DELETE'];
const paths =
	'/api/v2/orders /static/app.js /health /api/v2/users/me /upload/parts /favicon.ico'.split(' ');
const frames = 'Queue.drain Router.handle Pool.acquire Timeout.onTimeout Session.commit'.split(' ');

function hex(random: Random, length: number): string {
	return Array.from({ length }, () => random.below(16).toString(16)).join('');
}

function timeOf(line: number): string {
	return new Date(Date.UTC(2026, 10, 24, 6) + line * 137).toISOString();
}

function logLine(random: Random, line: number): string {
	const time = timeOf(line);
	const service = random.pick(services);
	const kind = random.below(10);
	if (kind < 4) {
		const address = Array.from({ length: 4 }, () => random.below(256)).join('.');
		const status = random.pick([200, 200, 200, 204, 301, 304]);
		return `${address} - - [${time}] "${random.pick(methods)} ${random.pick(paths)}?id=${hex(random, 8)} HTTP/1.1" ${status} ${random.below(90_000)} "-" "Mozilla/5.0 (X11; Linux x86_64)"`;
	}
	if (kind < 7) {
		return `${time} INFO  [${service}] ${random.pick(nouns)} ${hex(random, 12)} ${random.pick(verbs)} in ${random.below(900)} ms (attempt ${1 + random.below(3)}, worker-${random.below(32)})`;
	}
	if (kind < 9) {
		return `{"time":"${time}","level":"debug","service":"${service}","trace":"${hex(random, 16)}","msg":"${random.pick(nouns)} ${random.pick(verbs)}","bytes":${random.below(100_000)}}`;
	}
	return `    at ${random.pick(frames)} (/srv/${service}/dist/${random.pick(nouns)}-${hex(random, 6)}.js:${random.below(900)}:${random.below(80)})`;
}

/** A log of about as many characters as wanted, with one line that matters in its middle. */
export function makeLog(random: Random, length: number, error: string): string {
	const lines: string[] = [];
	let written = 0;
	const add = (text: string) => {
		lines.push(text);
		written += text.length + 1;
	};
	while (written < length / 2) add(logLine(random, lines.length));
	add(`${timeOf(lines.length)} ERROR ${error}`);
	while (written < length) add(logLine(random, lines.length));
	return `${lines.join('\n')}\n`.slice(0, length);
}
